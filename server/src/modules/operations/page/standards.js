import { call, streets } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day, figure } from './format.js';
import { reasonForm } from './reason-form.js';

export const standardsView = {
  id: 'standards',
  title: '标准和去向',
  about: '申请按住址交到哪里，和现在用着的每个数字、从哪天起、出自哪里。',
  roles: ['operator', 'street-clerk', 'auditor'],
  async load() {
    const [standards, routing, known] = await Promise.all([
      call('GET', '/standards'),
      call('GET', '/routing'),
      streets(),
    ]);
    return { standards, routing, known };
  },
  render({ standards, routing, known }, { staff, reload }) {
    const change = staff.role === 'operator' ? routeForm(known, reload) : undefined;
    return element('div', {}, routes(routing.items, change), figures(standards.items));
  },
};

function routes(items, change) {
  const none = element('p', { class: 'state' }, '没有另外规定的去向，都交到住址所在的街道。');
  const list = items.length === 0 ? none : cards(items.map(route));
  return element('section', { class: 'group' }, element('h2', {}, '申请交到哪里'), list, change);
}

function route({ street, office }) {
  return card(`住在${street.name.replace(/(办事处|人民政府)$/, '')}`, [], facts([['交到', office.name]]));
}

/** Two streets chosen by name, and a reason; a name that is in no list is said before anything is sent. */
function routeForm(known, reload) {
  const names = element(
    'datalist',
    { id: 'streets' },
    ...[...known.keys()].map((name) => element('option', { value: name })),
  );
  const [from, to] = [streetField('route-from', '住在哪个街道或乡镇'), streetField('route-to', '改交到哪里')];
  const run = (reason) => {
    const [street, office] = [codeOf(known, from.input), codeOf(known, to.input)];
    return call('PUT', `/routing/${street}`, { office, reason });
  };
  const act = { name: '改去向', primary: true, busy: '正在改…', done: '已改。以前交的不变。', run };
  const form = reasonForm({ label: '原因（会留底）', acts: [act], after: reload });
  return element('div', { class: 'card spaced' }, element('h3', {}, '改一个去向'), names, from.field, to.field, form);
}

function streetField(id, label) {
  const input = element('input', { id, list: 'streets', autocomplete: 'off' });
  return { input, field: element('div', {}, element('label', { for: id }, label), input) };
}

function codeOf(known, input) {
  const code = known.get(input.value.trim());
  input.setAttribute('aria-invalid', String(code === undefined));
  if (code !== undefined) return code;
  input.focus();
  throw new Error('没有这个街道或乡镇，请从列表里选。');
}

function figures(items) {
  const list = element('div');
  const search = element('input', { id: 'figure-search', type: 'search', autocomplete: 'off' });
  const found = element('p', { class: 'help', role: 'status' });
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const matching = items.filter(({ key, name, document }) =>
      `${name}${key}${document}`.toLowerCase().includes(wanted),
    );
    found.textContent = `${matching.length} 行`;
    list.replaceChildren(cards(matching.map(figureCard)));
  };
  search.addEventListener('input', draw);
  draw();
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, '标准'),
    element('label', { for: 'figure-search' }, '找一找（名字、代号或文号）'),
    search,
    found,
    list,
  );
}

function figureCard(each) {
  return card(
    each.name,
    [each.inForce ? pill('现在用着') : pill('不在用', 'wait')],
    facts([
      ['数字', figure(each.value, each.unit)],
      ['从', day(each.from)],
      ['到', day(each.to)],
      ['出自', each.document],
      ['条', each.article],
      ['说明', each.note],
      ['代号', each.key],
    ]),
  );
}
