import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';
import { reasonForm } from './reason-form.js';

const TOPICS = {
  'paper-requested': '要补材料',
  'paper-due': '补材料快到期',
  decision: '有了回音',
  payee: '收钱的账户要看一看',
  'booking-displaced': '约的那天办不了，要另挑时间',
  'place-kept': '候补轮到了，留了一个时间',
};

export const callListView = {
  id: 'call-list',
  title: '要打电话的',
  about: '这些人收不到微信和短信，请打电话请他们看一看。电话里只说“您的申请有新进展”，先核实是本人。看号码会留底。',
  roles: ['operator', 'street-clerk'],
  load: () => call('GET', '/call-list'),
  render({ items, more, quietUntil }, { reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有要打的电话。');
    const [open, done] = [items.filter((each) => each.state === 'open'), items.filter((each) => each.state === 'done')];
    return element(
      'div',
      {},
      quietUntil === undefined ? undefined : said(`现在太晚了，先别打。${time(quietUntil)} 以后再打。`),
      group('还没打', open, reload),
      more ? said('还没打的不止这些，打完这些，点“重新读取”就有下面的。') : undefined,
      group('打过了', done, reload),
    );
  },
};

function said(text) {
  return element('p', { class: 'state spaced' }, text);
}

function group(title, items, reload) {
  if (items.length === 0) return undefined;
  const list = cards(items.map((each) => row(each, reload)));
  return element('section', { class: 'group' }, element('h2', {}, `${title}（${items.length}）`), list);
}

function row(each, reload) {
  const open = each.state === 'open';
  return card(
    each.name,
    [pill(TOPICS[each.topic] ?? '有新进展', open ? 'wait' : '')],
    facts([
      ['街道', each.office],
      ['电话', each.phone],
      ['记下', time(each.at)],
      ['上次', each.lastReason === undefined ? undefined : `${each.lastReason}（${time(each.lastAt)}）`],
    ]),
    open ? number(each) : undefined,
    form(each, open, reload),
  );
}

function number(each) {
  const place = element('div', { class: 'buttons', 'aria-live': 'polite' });
  const show = element('button', { type: 'button', onclick: () => void reveal() }, '显示号码');
  const error = element('p', { class: 'error', role: 'alert' });
  async function reveal() {
    show.disabled = true;
    error.textContent = '';
    try {
      const { phone } = await call('POST', `/call-list/${each.id}/number`);
      place.replaceChildren(element('p', { class: 'number' }, phone));
    } catch (trouble) {
      error.textContent = trouble.message;
      show.disabled = false;
    }
  }
  place.append(show);
  return element('div', {}, place, error);
}

function form(each, open, reload) {
  const act = open
    ? { name: '打过了', primary: true, busy: '正在记下…', done: '已记下。', path: 'done' }
    : { name: '放回还没打', busy: '正在放回…', done: '已放回。', path: 'undone' };
  const run = (reason) => call('POST', `/call-list/${each.id}/${act.path}`, { reason });
  const label = open ? '怎么样了（例如：已告诉本人）' : '为什么放回';
  return reasonForm({ label, after: reload, acts: [{ ...act, run }] });
}
