import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day, figure, time } from './format.js';

export const standardsView = {
  id: 'standards',
  title: '标准和去向',
  about: '申请按住址交到哪里，和现在用着的每个数字、从哪天起、出自哪里。',
  roles: ['operator', 'street-clerk', 'auditor'],
  async load() {
    const [standards, routing] = await Promise.all([call('GET', '/standards'), call('GET', '/routing')]);
    return { standards, routing };
  },
  render({ standards, routing }) {
    return element('div', {}, routes(routing.items), figures(standards.items));
  },
};

function routes(items) {
  const none = element('p', { class: 'state' }, '没有另外规定的去向，都交到住址所在的街道。');
  const list = items.length === 0 ? none : cards(items.map((each) => route(each)));
  return element('section', { class: 'group' }, element('h2', {}, '申请交到哪里'), list);
}

function route(each) {
  return card(
    each.street,
    [],
    facts([
      ['交到', each.office],
      ['改过', time(each.changedAt)],
      ['原因', each.reason],
    ]),
  );
}

function figures(items) {
  const list = element('div');
  const search = element('input', { id: 'figure-search', type: 'search', autocomplete: 'off' });
  const found = element('p', { class: 'help', role: 'status' });
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const matching = items.filter(({ key, document }) => `${key}${document}`.toLowerCase().includes(wanted));
    found.textContent = `${matching.length} 行`;
    list.replaceChildren(cards(matching.map(figureCard)));
  };
  search.addEventListener('input', draw);
  draw();
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, '标准'),
    element('label', { for: 'figure-search' }, '找一找（代号或文号）'),
    search,
    found,
    list,
  );
}

function figureCard(each) {
  return card(
    each.key,
    [each.inForce ? pill('现在用着') : pill('不在用', 'wait')],
    facts([
      ['数字', figure(each.value, each.unit)],
      ['从', day(each.from)],
      ['到', day(each.to)],
      ['出自', each.document],
      ['条', each.article],
      ['说明', each.note],
    ]),
  );
}
