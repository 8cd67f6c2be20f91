import { call, streets } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day, time } from './format.js';
import { reasonForm } from './reason-form.js';

const DECIDERS = { district: '区里定', street: '街道定' };

export const routingView = {
  id: 'routing',
  title: '去向和谁定',
  about: '整区改收件去向，和每个区由谁定。改了只管以后交的，以前交的不动。每次改动都能撤销。',
  roles: ['operator', 'street-clerk', 'auditor'],
  async load() {
    const [changes, delegation, known] = await Promise.all([
      call('GET', '/routing/changes'),
      call('GET', '/delegation'),
      streets(),
    ]);
    return { changes, delegation, known };
  },
  render({ changes, delegation, known }, { staff, reload }) {
    const may = staff.role === 'operator';
    return element(
      'div',
      {},
      may ? districtForm(delegation.items, known, reload) : undefined,
      history(changes.items, may, reload),
      deciders(delegation.items, may, reload),
    );
  },
};

/** A change is looked at before it is made: which streets, from where to where. */
function districtForm(districts, known, reload) {
  const district = choice(
    'route-district',
    '哪个区',
    districts.map((each) => [each.district.code, each.district.name]),
  );
  const names = element(
    'datalist',
    { id: 'route-offices' },
    ...[...known.keys()].map((name) => element('option', { value: name })),
  );
  const to = element('input', { id: 'route-all-to', list: 'route-offices', autocomplete: 'off' });
  const wish = () => {
    const typed = to.value.trim();
    const office = typed === '' ? 'itself' : known.get(typed);
    if (office === undefined) throw new Error('没有这个街道或乡镇，请从列表里选，或者空着。');
    return { district: district.select.value, to: office };
  };
  const act = {
    name: '改整个区',
    primary: true,
    busy: '正在改…',
    done: '已改。以前交的不变。',
    run: (reason) => call('POST', '/routing/changes', { ...wish(), reason }),
  };
  return element(
    'section',
    { class: 'group card spaced' },
    element('h2', {}, '整个区改去向'),
    district.field,
    names,
    element('label', { for: 'route-all-to' }, '都交到哪里（空着是各交各的街道）'),
    to,
    lookAhead(wish),
    reasonForm({ label: '原因（会留底）', acts: [act], after: reload }),
  );
}

/** What a change would touch, before anybody makes it. */
function lookAhead(wish) {
  const seen = element('div', { 'aria-live': 'polite' });
  const look = async () => {
    try {
      const { steps } = await call('POST', '/routing/preview', wish());
      seen.replaceChildren(touched(steps));
    } catch (trouble) {
      seen.replaceChildren(element('p', { class: 'error', role: 'alert' }, trouble.message));
    }
  };
  const button = element('button', { type: 'button', onclick: () => void look() }, '先看会动哪些');
  return element('div', {}, element('div', { class: 'buttons' }, button), seen);
}

function touched(steps) {
  if (steps.length === 0) return element('p', { class: 'state' }, '一个街道也不用动。');
  const lines = steps.map(({ street, from, to }) => element('li', {}, `${street.name}：${from.name} → ${to.name}`));
  return element('div', {}, element('p', {}, `会动 ${steps.length} 个：`), element('ul', {}, ...lines));
}

function history(items, may, reload) {
  const none = element('p', { class: 'state' }, '还没有改过。');
  const list = items.length === 0 ? none : cards(items.map((each) => batch(each, may, reload)));
  return element('section', { class: 'group' }, element('h2', {}, '改过的'), list);
}

function batch({ batch: id, at, by, reason, steps, undone }, may, reload) {
  const [first] = steps;
  const title =
    steps.length === 1 ? `${first.street.name} → ${first.to.name}` : `${steps.length} 个街道 → ${first.to.name}`;
  const undo = {
    name: '撤销这次改动',
    busy: '正在撤销…',
    done: '已撤销。',
    warning: '这次改的都回到原来，后来又改过的不动。',
    sure: '撤销',
    run: (why) => call('POST', `/routing/changes/${id}/undo`, { reason: why }),
  };
  return card(
    title,
    undone ? [pill('撤销了', 'wait')] : [],
    facts([
      ['什么时候', time(at)],
      ['谁改的', by],
      ['原因', reason],
    ]),
    steps.length > 1 ? element('details', {}, element('summary', {}, '看是哪些'), touched(steps)) : undefined,
    may && !undone ? reasonForm({ label: '为什么撤销', acts: [undo], after: reload }) : undefined,
  );
}

function deciders(items, may, reload) {
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, '低保这些由谁定'),
    element(
      'p',
      { class: 'help' },
      '没有公布过哪些区下放，所以一开始都是区里定（30 个工作日）；街道定的是 20 个工作日。',
    ),
    cards(items.map((each) => decider(each, may, reload))),
  );
}

function decider({ district, decides, from, by, reason, next }, may, reload) {
  const since = element('input', { id: `from-${district.code}`, type: 'date' });
  const other = decides === 'street' ? 'district' : 'street';
  const act = {
    name: `改成${DECIDERS[other]}`,
    busy: '正在改…',
    done: '已改。以前交的不变。',
    run: (why) => {
      if (since.value === '') throw new Error('请选从哪天起。');
      return call('PUT', `/delegation/${district.code}`, { decides: other, from: since.value, reason: why });
    },
  };
  return card(
    district.name,
    [pill(DECIDERS[decides], decides === 'street' ? '' : 'wait')],
    facts([
      ['从', day(from)],
      ['谁改的', by],
      ['原因', reason],
      ['以后', next && `${day(next.from)}起${DECIDERS[next.decides]}`],
    ]),
    may
      ? element(
          'details',
          {},
          element('summary', {}, '改一改'),
          element('label', { for: `from-${district.code}` }, '从哪天起'),
          since,
          reasonForm({ label: '原因（会留底）', acts: [act], after: reload }),
        )
      : undefined,
  );
}

function choice(id, label, options) {
  const select = element('select', { id }, ...options.map(([value, text]) => element('option', { value }, text)));
  return { select, field: element('div', {}, element('label', { for: id }, label), select) };
}
