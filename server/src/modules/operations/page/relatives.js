import { call, onceFor } from './api.js';
import { cards, element, say } from './element.js';
import { requestCard } from './relatives-card.js';

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
        : cards(items.map((each) => requestCard(each)));
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
