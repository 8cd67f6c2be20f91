import { call } from './api.js';
import { card, element, facts, pill } from './element.js';
import { day, time } from './format.js';
import { countOf, nextPath, pagedCards, pageOf } from './more.js';
import { reasonForm } from './reason-form.js';

const KINDS = { complaint: '投诉', suggestion: '建议', correction: '记错了要改' };

export const complaintsView = {
  id: 'complaints',
  title: '投诉建议',
  about:
    '居民说的话和要答复的日子（示例）。答复居民看得到，写明白、写客气；原因只留底。里面的号码先遮着，要看会留底。您家里人的不在这里，由别的同事办。',
  roles: ['operator', 'street-clerk'],
  load: () => call('GET', '/complaints'),
  render(found, { reload }) {
    if (found.items.length === 0) return element('p', { class: 'state' }, '没有投诉建议。');
    return element('div', {}, group('要答复的', 'open', found, reload), group('答复过了', 'answered', found, reload));
  },
};

function group(title, state, found, reload) {
  const page = pageOf(state, found);
  if (page.items.length === 0) return undefined;
  const read = async (cursor) => pageOf(state, await call('GET', nextPath('/complaints', state, cursor)));
  const list = pagedCards({ page, read, row: (each) => row(each, reload) });
  return element('section', { class: 'group' }, element('h2', {}, `${title}（${countOf(page)}）`), list);
}

function row(each, reload) {
  const open = each.state === 'open';
  const until = `${day(each.due.on)} 前答复${each.due.expected ? '（预计，以放假通知为准）' : ''}`;
  const due = pill(until, each.due.overdue ? 'late' : 'wait');
  return card(
    `${KINDS[each.kind] ?? each.kind} ${each.number}`,
    [open ? due : pill('答复过了')],
    facts([
      ['说的', each.text],
      ['街道', each.officeName ?? '没有指明'],
      ['收到', time(each.at)],
      ['答复', each.answer?.text],
    ]),
    each.numbersMasked ? whole(each) : undefined,
    open ? form(each, reload) : undefined,
  );
}

/** What was typed with its numbers, once somebody needs them. */
function whole(each) {
  const place = element('div', { 'aria-live': 'polite' });
  const error = element('p', { class: 'error', role: 'alert' });
  const show = element('button', { type: 'button', onclick: () => void reveal() }, '显示里面的号码');
  async function reveal() {
    show.disabled = true;
    error.textContent = '';
    try {
      const { text } = await call('POST', `/complaints/${each.id}/text`);
      place.replaceChildren(element('p', { class: 'note' }, text));
    } catch (trouble) {
      error.textContent = trouble.message;
      show.disabled = false;
    }
  }
  place.append(show);
  return element('div', {}, place, error);
}

function form(each, reload) {
  const id = `answer-${each.id}`;
  const text = element('textarea', { id, maxlength: 2000, required: true });
  const run = (reason) => call('POST', `/complaints/${each.id}/answer`, { text: text.value.trim(), reason });
  const acts = [{ name: '答复', primary: true, busy: '正在发出…', done: '已答复。', run }];
  return element(
    'div',
    {},
    element('label', { for: id }, '给居民的答复'),
    text,
    reasonForm({ label: '原因（只留底）', after: reload, acts }),
  );
}
