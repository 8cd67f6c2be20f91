import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day, time } from './format.js';
import { reasonForm } from './reason-form.js';

export const waitingView = {
  id: 'waiting',
  title: '候补名单',
  about: '按排队先后轮。有了空位，系统自己给最前面要这个时间的人留着。调顺序要写原因，会留底。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', '/waitlist'),
  render({ lines }, { staff, reload }) {
    if (lines.length === 0) return element('p', { class: 'state' }, '现在没有人在候补。');
    const may = staff.role === 'operator';
    return element('div', {}, ...lines.map((line) => group(line, may, reload)));
  },
};

function group({ title, items, more }, may, reload) {
  const list = cards(items.map((each) => row(each, may, reload)));
  const said = more ? element('p', { class: 'state spaced' }, '后面还有，只显示前 200 位。') : undefined;
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, `${title}（${items.length}${more ? '+' : ''}）`),
    list,
    said,
  );
}

function row(each, may, reload) {
  const offered = each.state === 'offered';
  return card(
    `第 ${each.place} 位 ${each.name}`,
    [pill(offered ? '已留了时间' : '在等', offered ? 'wait' : '')],
    facts([
      ['要办的', each.kind],
      ['地点', each.sites.join('、')],
      ['日子', each.days.map(day).join('、')],
      ['等同样时间的人里', `第 ${each.rank} 位`],
      ['开始等', time(each.since)],
      ['留到', time(each.offerUntil)],
    ]),
    may && !offered ? form(each, reload) : undefined,
  );
}

function form(each, reload) {
  const id = `place-${each.id}`;
  const to = element('input', { id, type: 'number', min: 1, max: 10_000, inputmode: 'numeric', value: each.place });
  const run = (reason) => call('POST', `/waitlist/${each.id}/place`, { to: Number(to.value), reason });
  const acts = [
    { name: '调到这一位', busy: '正在调…', done: '已调好。', run, warning: '调了以后，别人会往后挪。', sure: '调' },
  ];
  return element(
    'details',
    {},
    element('summary', {}, '调顺序'),
    element('label', { for: id }, '调到第几位'),
    to,
    reasonForm({ label: '原因（会留底）', after: reload, acts }),
  );
}
