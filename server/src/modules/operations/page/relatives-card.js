import { call } from './api.js';
import { card, element, facts, pill, say } from './element.js';
import { time } from './format.js';
import { reasonForm } from './reason-form.js';

const STATES = { recorded: '等另一位同事核', answered: '答复了', refused: '没有给', withdrawn: '不要了' };

/**
 * One thing a relative asked for. After each act at it the card shows what the server has of it then; what is typed at
 * another one, or in the form above, stays.
 */
export function requestCard(first) {
  let shown = draw(first, readAgain);
  /** @param sheet a copy that was just made, to be printed. */
  async function readAgain(sheet) {
    const next = await now(first, readAgain, sheet);
    shown.replaceWith(next);
    shown = next;
    const title = next.querySelector('h2');
    title.tabIndex = -1;
    title.focus();
  }
  return shown;
}

async function now(first, readAgain, sheet) {
  const found = await call('GET', '/deceased-requests').catch(() => ({ items: [] }));
  const each = found.items.find(({ id }) => id === first.id);
  return each === undefined ? unread(first, sheet) : draw(each, readAgain, sheet);
}

/** It is done, and how it stands now could not be read: nothing is offered a second time. */
function unread({ asksWords, deceased }, sheet) {
  const words = '这一件已经有结果了，可是没读到最新的，请点“重新读取”。';
  return card(asksWords, [], facts([['逝者', deceased]]), element('p', { class: 'note' }, words), sheet);
}

function draw(each, readAgain, sheet) {
  const open = each.state === 'recorded';
  return card(
    each.asksWords,
    [pill(STATES[each.state], open ? 'wait' : '')],
    facts([
      ['逝者', each.deceased],
      ['来办的人', `${each.relative}（${each.kinship}）`],
      ['看过的材料', each.papers],
      ['要来做什么', each.need],
      ['要改的', each.change],
      ['街道', each.office],
      ['收下', time(each.at)],
      ['怎么答的', each.answer],
      ['答复', time(each.endedAt)],
    ]),
    open && each.mine ? element('p', { class: 'note' }, '这件是您记下的，请另一位同事核过材料再办。') : undefined,
    open && !each.mine ? (ACTS[each.asks] ?? (() => undefined))(each, readAgain) : undefined,
    sheet,
    !open && each.state === 'answered' && each.asks === 'copy' && !each.mine ? again(each, readAgain) : undefined,
    open ? aside(each, readAgain) : undefined,
  );
}

const ACTS = { copy: giveCopy, correction: answerInWords, deletion: deleteAccounts };

/** Where a colleague was quicker, what became of it is shown, and nothing offered that is over. */
function orSeeWhatBecame(act, readAgain) {
  return async (...given) => {
    try {
      return await act(...given);
    } catch (trouble) {
      if (trouble.code === 'deceased-request.over') {
        say('刚才已经有结果了，请看这一件现在写的。');
        await readAgain();
      }
      throw trouble;
    }
  };
}

/** The copy stays on the screen until somebody reads the list anew. */
function copying(each, readAgain, words, act) {
  const error = element('p', { class: 'error', role: 'alert' });
  const button = element('button', { type: 'button', class: 'primary', onclick: () => void make() }, words);
  async function make() {
    button.disabled = true;
    error.textContent = '';
    try {
      const { text } = await act(each);
      say('给了一份，在这一件下面，可以打印。');
      await readAgain(sheetOf(text));
    } catch (trouble) {
      error.textContent = trouble.message;
      button.disabled = false;
    }
  }
  return element('div', {}, element('div', { class: 'buttons' }, button), error);
}

const copyOf = ({ id }) => call('POST', `/deceased-requests/${id}/copy`);

function giveCopy(each, readAgain) {
  return copying(each, readAgain, '材料核过了，给一份', orSeeWhatBecame(copyOf, readAgain));
}

/** A printer may have failed: once more on the same day, by whoever gave it. */
function again(each, readAgain) {
  const once = copying(each, readAgain, '今天是我给的，再出一份', copyOf);
  return element('details', {}, element('summary', {}, '没打出来'), once);
}

/** Within a box of its own: on paper a card keeps what has the sheet in it. */
function sheetOf(text) {
  const [title, ...lines] = text.split('\n');
  const print = element('button', { type: 'button', class: 'print-hidden', onclick: () => globalThis.print() }, '打印');
  const shown = lines.filter((line) => line !== '').map((line) => element('p', {}, line));
  return element('div', {}, element('section', { class: 'manifest-sheet' }, element('h3', {}, title), ...shown, print));
}

function answerInWords(each, readAgain) {
  const id = `relatives-answer-${each.id}`;
  const text = element('textarea', { id, maxlength: 2000, required: true });
  const send = (reason) => call('POST', `/deceased-requests/${each.id}/answer`, { text: text.value.trim(), reason });
  const run = orSeeWhatBecame(send, readAgain);
  const acts = [{ name: '答复', primary: true, busy: '正在记下…', done: '已答复。', run }];
  const label = element('label', { for: id }, '给来办的人的答复：改了没有、交给了哪里');
  return element('div', {}, label, text, formOf('核了什么（只留底）', acts, readAgain));
}

function deleteAccounts(each, readAgain) {
  const send = (reason) => call('POST', `/deceased-requests/${each.id}/deletion`, { reason });
  const run = orSeeWhatBecame(send, readAgain);
  const warning = '删了就找不回来了。按规定要留的申请、档案照样留着。';
  const acts = [{ name: '材料核过了，删掉', warning, sure: '删掉', busy: '正在删…', done: '已删。', run }];
  return formOf('核了什么（会留底）', acts, readAgain);
}

/** What may be done besides: not given, by a second colleague; or taken back, by whoever is asked. */
function aside(each, readAgain) {
  const path = `/deceased-requests/${each.id}`;
  const to = (end) => orSeeWhatBecame((reason) => call('POST', `${path}/${end}`, { reason }), readAgain);
  const words = { busy: '正在记下…', done: '已记下。' };
  const warning = '记下以后就不能再办这一件了。';
  const refuse = { ...words, name: '不能给', warning, sure: '不能给，记下', run: to('refusal') };
  const withdraw = { ...words, name: '他不要了', run: to('withdrawal') };
  const [summary, label] = each.mine
    ? ['不要了', '为什么不要了（会留底）']
    : ['不能给，或者他不要了', '为什么（会告诉来办的人，也留底）'];
  const form = formOf(label, each.mine ? [withdraw] : [refuse, withdraw], readAgain);
  return element('details', {}, element('summary', {}, summary), form);
}

function formOf(label, acts, readAgain) {
  return reasonForm({ label, acts, after: () => void readAgain() });
}
