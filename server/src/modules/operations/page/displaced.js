import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';

const WHO = { holder: '约的人', partner: '另一位' };

/** Above the windows, since closing them is what brings people here. Nothing while nobody waits. */
export function displacedGroup({ items, more }, may) {
  if (items.length === 0) return undefined;
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, `那天停办，还没挑新时间的（${items.length}${more ? '+' : ''}）`),
    element('p', { class: 'state' }, '都已经发过消息。预约还在，没有取消；可以打电话请他们挑一个。看号码会留底。'),
    cards(items.map((each) => row(each, may))),
  );
}

function row(each, may) {
  const asked = each.askedUntil !== undefined;
  return card(
    `${each.title} ${each.siteName}`,
    [pill(asked ? '一位挑好了，等另一位' : '还没挑', 'wait')],
    facts([
      ['原来的时间', time(each.lost)],
      ['发了消息', time(each.toldAt)],
      ['留的时间留到', time(each.keptUntil)],
      ['等另一位到', time(each.askedUntil)],
      ...each.people.map(({ role, name, phone }) => [WHO[role], `${name} ${phone ?? '没留号码'}`]),
    ]),
    ...(may ? each.people.filter(({ phone }) => phone).map(({ role }) => number(each.id, role)) : []),
  );
}

function number(id, role) {
  const place = element('div', { class: 'buttons', 'aria-live': 'polite' });
  const show = element('button', { type: 'button', onclick: () => void reveal() }, `显示号码（${WHO[role]}）`);
  const error = element('p', { class: 'error', role: 'alert' });
  async function reveal() {
    show.disabled = true;
    error.textContent = '';
    try {
      const { phone } = await call('POST', `/displaced/${id}/people/${role}/number`);
      place.replaceChildren(element('p', { class: 'number' }, `${WHO[role]} ${phone}`));
    } catch (trouble) {
      error.textContent = trouble.message;
      show.disabled = false;
    }
  }
  place.append(show);
  return element('div', {}, place, error);
}
