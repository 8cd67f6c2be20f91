import { call, onceFor } from './api.js';
import { card, cards, element, facts, pill, say } from './element.js';
import { time } from './format.js';
import { reasonForm } from './reason-form.js';

const STATES = { recorded: '等另一位同事核', answered: '答复了', refused: '没有给', withdrawn: '不要了' };

export const relativesView = {
  id: 'relatives',
  title: '逝者的资料',
  about:
    '亲人去世了，近亲属为自己正当的事，可以来看、改、删他在这里的资料。一位同事看材料、记下，另一位同事再核一遍才办。都会留底。看哪几样材料是示例，待民政局核定。',
  roles: ['operator', 'street-clerk'],
  load: () => call('GET', '/deceased-requests'),
  render({ items, choices }, { staff, reload }) {
    const list =
      items.length === 0
        ? element('p', { class: 'state' }, '没有收下的。')
        : cards(items.map((each) => row(each, reload)));
    return element(
      'div',
      {},
      staff.role === 'street-clerk' ? intake(choices, reload) : undefined,
      element('div', { class: 'group' }, list),
    );
  },
};

/** What a relative says and shows, taken down at the window. What was typed stays until it has been recorded. */
function intake(choices, reload) {
  const fields = fieldsOf(choices);
  const { asks, change } = fields;
  const adapt = () => {
    change.field.hidden = asks.input.value !== 'correction';
  };
  asks.input.addEventListener('change', adapt);
  adapt();
  const error = element('p', { class: 'error', role: 'alert' });
  const button = element('button', { type: 'submit', class: 'primary' }, '查对并记下');
  const sendOnce = onceFor('POST', '/deceased-requests');
  const form = element(
    'form',
    { class: 'act', novalidate: true, autocomplete: 'off' },
    ...Object.values(fields).map(({ field }) => field),
    error,
    element('div', { class: 'buttons' }, button),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void record({ fields, error, button, reload, sendOnce });
  });
  return element('details', { class: 'card spaced' }, element('summary', {}, '收下一件'), form);
}

/** By what the server calls them, in the order they are asked in. */
function fieldsOf(choices) {
  return {
    asks: chosen('relatives-asks', '要办哪一样', choices.asks),
    deceasedName: typed('relatives-deceased-name', '逝者的姓名'),
    deceasedIdNumber: typed('relatives-deceased-number', '逝者的身份证号'),
    deathPaper: chosen('relatives-death-paper', '看了哪种去世的证明', choices.deathPaper),
    relativeName: typed('relatives-name', '来办的人的姓名'),
    relativeIdNumber: typed('relatives-number', '来办的人的身份证号'),
    kinship: chosen('relatives-kinship', '来办的人是逝者的', choices.kinship),
    kinPaper: chosen('relatives-kin-paper', '看了哪种亲属关系的证明', choices.kinPaper),
    need: written('relatives-need', '要来做什么用（他说的，会留底）'),
    change: written('relatives-change', '哪里要改成什么'),
  };
}

async function record({ fields, error, button, reload, sendOnce }) {
  error.textContent = '';
  button.disabled = true;
  button.textContent = '正在查对…';
  const said = Object.entries(fields).filter(([, { field }]) => !field.hidden);
  try {
    const body = Object.fromEntries(said.map(([name, { input }]) => [name, input.value.trim()]));
    const made = await sendOnce(body);
    say(made.state === 'refused' ? made.answer : '已记下。请另一位同事核一遍再办。');
    reload();
  } catch (trouble) {
    show(trouble, fields, error);
  } finally {
    button.disabled = false;
    button.textContent = '查对并记下';
  }
}

/** What is wrong with which field, and the way to the first of them. */
function show({ message, errors = [] }, fields, error) {
  const known = errors.filter(({ field }) => field in fields);
  for (const [name, { input }] of Object.entries(fields))
    input.setAttribute('aria-invalid', String(known.some(({ field }) => field === name)));
  const words = known.map((each) => `${fields[each.field].label}：${each.message}`);
  error.textContent = words.length === 0 ? message : words.join(' ');
  fields[known[0]?.field]?.input.focus();
}

function chosen(id, label, choices) {
  const options = choices.map(({ code, words }) => element('option', { value: code }, words));
  const input = element('select', { id }, ...options);
  return { input, label, field: element('div', {}, element('label', { for: id }, label), input) };
}

function typed(id, label) {
  const input = element('input', { id, maxlength: 64, autocomplete: 'off', spellcheck: 'false' });
  return { input, label, field: element('div', {}, element('label', { for: id }, label), input) };
}

function written(id, label) {
  const input = element('textarea', { id, maxlength: 500 });
  return { input, label, field: element('div', {}, element('label', { for: id }, label), input) };
}

function row(each, reload) {
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
    open && !each.mine ? (ACTS[each.asks] ?? (() => undefined))(each, reload) : undefined,
    !open && each.state === 'answered' && each.asks === 'copy' && !each.mine ? again(each) : undefined,
    open ? aside(each, reload) : undefined,
  );
}

const ACTS = { copy: giveCopy, correction: answerInWords, deletion: deleteAccounts };

/** The copy stays on the screen until somebody reads the list anew. */
function copyPlace(each, words) {
  const place = element('div', { 'aria-live': 'polite' });
  const error = element('p', { class: 'error', role: 'alert' });
  const button = element('button', { type: 'button', class: 'primary', onclick: () => void make() }, words);
  async function make() {
    button.disabled = true;
    error.textContent = '';
    try {
      const { text } = await call('POST', `/deceased-requests/${each.id}/copy`);
      place.replaceChildren(sheet(text));
    } catch (trouble) {
      error.textContent = trouble.message;
      button.disabled = false;
    }
  }
  return element('div', {}, element('div', { class: 'buttons' }, button), error, place);
}

function giveCopy(each) {
  return copyPlace(each, '材料核过了，给一份');
}

/** A printer may have failed: once more on the same day, by whoever gave it. */
function again(each) {
  return element('details', {}, element('summary', {}, '没打出来'), copyPlace(each, '今天是我给的，再出一份'));
}

function sheet(text) {
  const [title, ...lines] = text.split('\n');
  const print = element('button', { type: 'button', class: 'print-hidden', onclick: () => globalThis.print() }, '打印');
  const shown = lines.filter((line) => line !== '').map((line) => element('p', {}, line));
  return element('section', { class: 'manifest-sheet' }, element('h3', {}, title), ...shown, print);
}

function answerInWords(each, reload) {
  const id = `relatives-answer-${each.id}`;
  const text = element('textarea', { id, maxlength: 2000, required: true });
  const run = (reason) => call('POST', `/deceased-requests/${each.id}/answer`, { text: text.value.trim(), reason });
  const acts = [{ name: '答复', primary: true, busy: '正在记下…', done: '已答复。', run }];
  const label = element('label', { for: id }, '给来办的人的答复：改了没有、交给了哪里');
  return element('div', {}, label, text, reasonForm({ label: '核了什么（只留底）', after: reload, acts }));
}

function deleteAccounts(each, reload) {
  const run = (reason) => call('POST', `/deceased-requests/${each.id}/deletion`, { reason });
  const warning = '删了就找不回来了。按规定要留的申请、档案照样留着。';
  const acts = [{ name: '材料核过了，删掉', warning, sure: '删掉', busy: '正在删…', done: '已删。', run }];
  return reasonForm({ label: '核了什么（会留底）', after: reload, acts });
}

/** What may be done besides: not given, by a second colleague; or taken back, by whoever is asked. */
function aside(each, reload) {
  const path = `/deceased-requests/${each.id}`;
  const refuse = {
    ...{ name: '不能给', warning: '记下以后就不能再办这一件了。', sure: '不能给，记下' },
    ...{ busy: '正在记下…', done: '已记下。' },
    run: (reason) => call('POST', `${path}/refusal`, { reason }),
  };
  const withdraw = {
    ...{ name: '他不要了', busy: '正在记下…', done: '已记下。' },
    run: (reason) => call('POST', `${path}/withdrawal`, { reason }),
  };
  const acts = each.mine ? [withdraw] : [refuse, withdraw];
  const label = each.mine ? '为什么不要了（会留底）' : '为什么（会告诉来办的人，也留底）';
  const words = each.mine ? '不要了' : '不能给，或者他不要了';
  return element('details', {}, element('summary', {}, words), reasonForm({ label, after: reload, acts }));
}
