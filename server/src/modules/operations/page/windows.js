import { call } from './api.js';
import { displacedGroup } from './displaced.js';
import { card, cards, element, facts, pill } from './element.js';
import { clock, day as dayWords } from './format.js';
import { reasonForm } from './reason-form.js';

const SERVICE = 'marriage-registration';

/** The day that is looked at stays while the page is open. */
let shownDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format();
let shownSite = '';

export const windowsView = {
  id: 'windows',
  title: '号源',
  about: '看每天的号，成批加开、停办、恢复、改号数。改之前先看会动哪些，有多少人约了。停办不取消任何人的预约。',
  roles: ['operator', 'auditor'],
  async load() {
    const query = `service=${SERVICE}&day=${shownDay}${shownSite && `&site=${encodeURIComponent(shownSite)}`}`;
    const [openings, { items }, displaced] = await Promise.all([
      call('GET', `/openings?service=${SERVICE}`),
      call('GET', `/windows?${query}`),
      call('GET', '/displaced'),
    ]);
    return { openings, items, displaced };
  },
  render({ openings, items, displaced }, { staff, reload }) {
    return element(
      'div',
      {},
      displacedGroup(displaced, staff.role === 'operator'),
      looking(openings, reload),
      element('section', { class: 'group' }, list(items)),
      staff.role === 'operator' ? changing(openings, reload) : undefined,
    );
  },
};

function looking({ sites }, reload) {
  const on = element('input', { id: 'windows-day', type: 'date', value: shownDay });
  const where = choice(
    'windows-site',
    '哪里',
    [['', '所有地点'], ...sites.map(({ id, name }) => [id, name])],
    shownSite,
  );
  const look = () => {
    if (on.value === '') return;
    shownDay = on.value;
    shownSite = where.select.value;
    reload();
  };
  const button = element('button', { type: 'button', onclick: look }, '看这一天');
  const label = element('label', { for: 'windows-day' }, '哪一天');
  return element(
    'section',
    { class: 'group card spaced' },
    label,
    on,
    where.field,
    element('div', { class: 'buttons' }, button),
  );
}

function list(items) {
  if (items.length === 0) return element('p', { class: 'state' }, `${dayWords(shownDay)}没有号。`);
  const bySite = new Map();
  for (const each of items) bySite.set(each.siteName, [...(bySite.get(each.siteName) ?? []), each]);
  return cards([...bySite].map(([name, windows]) => siteCard(name, windows)));
}

function siteCard(name, windows) {
  const sum = (key) => windows.reduce((total, each) => total + each[key], 0);
  const closed = windows.filter((each) => each.closed).length;
  const pills = [
    windows.some(({ sample }) => sample) ? pill('示例', 'wait') : undefined,
    windows.some(({ expected }) => expected) ? pill('待节假日通知', 'wait') : undefined,
    closed > 0 ? pill(closed === windows.length ? '停办' : `停 ${closed} 段`, 'bad') : undefined,
  ];
  const row = ({ pool, startsAt, endsAt, capacity, heldBack, taken, left, closed: shut, why }) =>
    element(
      'li',
      {},
      `${clock(startsAt)}–${clock(endsAt)} ${poolWords(pool)}：共 ${capacity}，现场留 ${heldBack}，占了 ${taken}，` +
        (shut ? `停办（${why}）` : `还能约 ${left}`),
    );
  return card(
    name,
    pills.filter((each) => each !== undefined),
    facts([
      ['占了', `${sum('taken')} / ${sum('capacity')}`],
      ['还能约', windows.filter((each) => !each.closed).reduce((total, { left }) => total + left, 0)],
    ]),
    element('details', {}, element('summary', {}, `${windows.length} 段`), element('ul', {}, ...windows.map(row))),
  );
}

const ACTS = [
  ['close', '停办'],
  ['reopen', '恢复'],
  ['change', '改号数'],
  ['open', '加开'],
];

function changing(openings, reload) {
  const fields = changeFields(openings);
  const { act, from, to, where, pool, template, off, why, capacity, heldBack } = fields;
  const only = { close: [pool, why], reopen: [pool], change: [pool, capacity, heldBack], open: [template, off] };
  const more = element('div', {});
  const adapt = () => more.replaceChildren(...only[act.select.value].map((each) => each.field));
  act.select.addEventListener('change', adapt);
  adapt();
  const wish = () => wishOf(act.select.value, fields);
  const make = {
    name: '照这样改',
    primary: true,
    busy: '正在改…',
    done: '已改。',
    warning: '请先看过会动哪些。停办的，已经约好的人会收到消息，预约还在。',
    sure: '改',
    run: (reason) => call('POST', '/windows/changes', { ...wish(), reason }),
  };
  return element(
    'section',
    { class: 'group card spaced' },
    element('h2', {}, '成批改'),
    ...[act, from, to, where].map((each) => each.field),
    more,
    lookAhead(wish),
    reasonForm({ label: '原因（会留底）', acts: [make], after: reload }),
  );
}

function changeFields({ sites, templates }) {
  const pools = [...new Set(templates.map(({ pool }) => pool))].map((each) => [each, poolWords(each)]);
  const places = [['', '所有地点'], ...sites.map(({ id, name }) => [id, name])];
  const known = templates.map(({ code, title }) => [code, title]);
  const box = element('input', { id: 'change-days-off', type: 'checkbox' });
  return {
    act: choice('change-act', '做什么', ACTS),
    from: field('change-from', '从哪天', { type: 'date', value: shownDay }),
    to: field('change-to', '到哪天', { type: 'date', value: shownDay }),
    where: choice('change-site', '哪里', places, shownSite),
    pool: choice('change-pool', '哪一种', [['', '所有'], ...pools]),
    template: choice('change-template', '用哪个模板', known),
    off: { box, field: element('div', {}, element('label', { for: 'change-days-off' }, box, ' 放假的日子也开')) },
    why: field('change-why', '给居民看的原因，例如：当天停电', { maxlength: 100 }),
    capacity: field('change-capacity', '改成多少号（空着不改）', { inputmode: 'numeric', maxlength: 3 }),
    heldBack: field('change-held-back', '现场留多少（空着不改）', { inputmode: 'numeric', maxlength: 3 }),
  };
}

function wishOf(act, { from, to, where, pool, template, off, why, capacity, heldBack }) {
  const numberOf = ({ input }) => (input.value.trim() === '' ? undefined : Number(input.value));
  const which = {
    service: SERVICE,
    act,
    from: from.input.value,
    to: to.input.value,
    ...(where.select.value && { sites: [where.select.value] }),
  };
  if (act === 'open') return { ...which, template: template.select.value, daysOff: off.box.checked };
  const ofPool = { ...which, ...(pool.select.value && { pool: pool.select.value }) };
  if (act === 'close') return { ...ofPool, why: why.input.value.trim() };
  if (act === 'reopen') return ofPool;
  return { ...ofPool, capacity: numberOf(capacity), heldBack: numberOf(heldBack) };
}

/** What a change would touch, before anybody makes it. */
function lookAhead(wish) {
  const seen = element('div', { 'aria-live': 'polite' });
  const look = async () => {
    try {
      seen.replaceChildren(touched(await call('POST', '/windows/preview', wish())));
    } catch (trouble) {
      seen.replaceChildren(element('p', { class: 'error', role: 'alert' }, trouble.message));
    }
  };
  const button = element('button', { type: 'button', onclick: () => void look() }, '先看会动哪些');
  return element('div', {}, element('div', { class: 'buttons' }, button), seen);
}

function touched({ made, unchanged, refused, bookings, windows }) {
  const lines = windows.map(({ day, startsAt, siteName, pool, outcome, bookings: of }) => {
    const people = of > 0 ? `，约了 ${of} 个` : '';
    const stays = outcome === 'below-taken' ? '，约的比这多，不动' : '';
    return element('li', {}, `${dayWords(day)} ${clock(startsAt)} ${siteName} ${poolWords(pool)}${people}${stays}`);
  });
  return element(
    'div',
    {},
    facts([
      ['会动', `${made} 段`],
      ['本来就这样', unchanged > 0 ? `${unchanged} 段` : undefined],
      ['约的比这多，不动', refused > 0 ? `${refused} 段` : undefined],
      ['涉及预约', `${bookings} 个`],
    ]),
    element(
      'details',
      {},
      element('summary', {}, `看是哪些${windows.length < made ? `（前 ${windows.length} 段）` : ''}`),
      element('ul', {}, ...lines),
    ),
  );
}

const POOLS = { registration: '结婚、补领', divorce: '离婚登记', counselling: '辅导' };

export function poolWords(pool) {
  return POOLS[pool] ?? pool;
}

export function field(id, label, more = {}) {
  const input = element('input', { id, autocomplete: 'off', ...more });
  return { input, field: element('div', {}, element('label', { for: id }, label), input) };
}

export function choice(id, label, options, chosen) {
  const option = ([value, text]) => element('option', { value, selected: value === chosen }, text);
  const select = element('select', { id }, ...options.map(option));
  return { select, field: element('div', {}, element('label', { for: id }, label), select) };
}
