import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { clock, day as dayWords, time } from './format.js';
import { manifest } from './manifest.js';
import { reasonForm } from './reason-form.js';

const STATES = { open: ['可以安排', ''], suspended: ['停航', 'bad'], sailed: ['已出海', ''] };
const STEPS = { gather: '集合', coach: '上车', board: '登船', 'cast-off': '开船', rite: '仪式', back: '返航' };

export const voyagesView = {
  id: 'voyages',
  title: '航次',
  about:
    '海之眠的每一班：开放、改名额、停航、恢复。停航不取消任何家庭的预约；先看会关系到多少家，停了以后到“改期与安排”一起安排。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', '/voyages'),
  render({ items }, { staff, reload }) {
    const may = staff.role === 'operator';
    return element('div', {}, list(items, may, reload), may ? opening(items, reload) : undefined);
  },
};

function list(items, may, reload) {
  if (items.length === 0) return element('p', { class: 'state' }, '往后三个月还没有开放航次。');
  return cards(items.map((each) => row(each, may, reload)));
}

function row(each, may, reload) {
  const [word, kind] = STATES[each.state];
  const steps = each.timetable.map(({ step, at }) => `${STEPS[step]} ${clock(at)}`).join('，');
  return card(
    `${dayWords(each.day)} ${clock(each.startsAt)} ${each.vessel}`,
    [pill(word, kind), ...(each.sample ? [pill('示例', 'wait')] : [])],
    facts([
      ['骨灰', `${each.taken.urns} / ${each.capacity.urns} 位`],
      ['随船座位', `${each.taken.seats} / ${each.capacity.seats} 个`],
      ['家庭', `${each.families} 家`],
      ['集合', `${clock(each.meeting.at)} ${each.meeting.place}`],
      ['时间表', steps === '' ? '待核定' : steps],
      ['可以选的时间', `${time(each.opensAt)} 到 ${time(each.closesAt)}`],
      ['停航原因（家属看到的）', each.why],
    ]),
    manifest(each, may),
    ...(may ? forms(each, reload) : []),
  );
}

function forms(each, reload) {
  if (each.state === 'suspended') return [resuming(each, reload)];
  return each.state === 'open' ? [changing(each, reload), suspending(each, reload), sailing(each, reload)] : [];
}

function suspending(each, reload) {
  const why = field(`why-${each.id}`, '给家属看的原因，例如：海上风大，船不能出海', { maxlength: 100 });
  const act = {
    name: '停这一班',
    busy: '正在停…',
    done: '已停航。每家的预约都还在，请到“改期与安排”一起安排。',
    warning: '停了以后没有人能再选这一班，已经安排的家庭会等新的日子。请先看过关系到多少家。',
    sure: '停航',
    run: (reason) => call('POST', `/voyages/${each.id}/suspension`, { why: why.input.value.trim(), reason }),
  };
  return fold('停航', lookAhead(each), why.field, reasonForm({ label: '原因（会留底）', acts: [act], after: reload }));
}

/** Whom it would concern, before anybody does it. */
function lookAhead({ id }) {
  const seen = element('div', { 'aria-live': 'polite' });
  const look = async () => {
    try {
      const { families, urns, seats } = await call('GET', `/voyages/${id}/families`);
      seen.replaceChildren(
        facts([
          ['关系到', `${families} 家`],
          ['骨灰', `${urns} 位`],
          ['随船座位', `${seats} 个`],
        ]),
      );
    } catch (trouble) {
      seen.replaceChildren(element('p', { class: 'error', role: 'alert' }, trouble.message));
    }
  };
  const button = element('button', { type: 'button', onclick: () => void look() }, '先看关系到多少家');
  return element('div', {}, element('div', { class: 'buttons' }, button), seen);
}

function resuming(each, reload) {
  const run = (reason) => call('POST', `/voyages/${each.id}/resumption`, { reason });
  const warning = '恢复以后可以再选这一班。之前的家庭不会自动回来，要在“改期与安排”里安排。';
  const act = { name: '恢复这一班', busy: '正在恢复…', done: '已恢复。', run, warning, sure: '恢复' };
  return fold('恢复', reasonForm({ label: '原因（会留底）', acts: [act], after: reload }));
}

function sailing(each, reload) {
  const run = (reason) => call('POST', `/voyages/${each.id}/sailing`, { reason });
  const act = {
    name: '记下已出海',
    busy: '正在记…',
    done: '已记下。',
    run,
    warning: '出海以后不能再停这一班。',
    sure: '记下',
  };
  return fold('已出海', reasonForm({ label: '说明（会留底）', acts: [act], after: reload }));
}

function changing(each, reload) {
  const fields = {
    urns: field(`urns-${each.id}`, '骨灰多少位（空着不改）', { inputmode: 'numeric', maxlength: 3 }),
    seats: field(`seats-${each.id}`, '随船座位多少个（空着不改）', { inputmode: 'numeric', maxlength: 3 }),
    meetingPlace: field(`place-${each.id}`, '集合地点（空着不改；有家庭以后不能改）', { maxlength: 100 }),
    meetingAt: field(`meet-${each.id}`, '集合时间（空着不改；有家庭以后不能改）', { type: 'time' }),
  };
  const act = {
    name: '照这样改',
    busy: '正在改…',
    done: '已改。',
    run: (reason) => call('PUT', `/voyages/${each.id}`, { ...given(fields), reason }),
  };
  return fold(
    '改名额、集合',
    ...Object.values(fields).map((one) => one.field),
    reasonForm({ label: '原因（会留底）', acts: [act], after: reload }),
  );
}

function opening(items, reload) {
  const last = items.at(-1);
  const text = (name, label, value, more = {}) => field(`open-${name}`, label, { value, ...more });
  const fields = {
    day: text('day', '哪一天', '', { type: 'date' }),
    vessel: text('vessel', '船名', last?.vessel ?? '', { maxlength: 40 }),
    meetingPlace: text('place', '集合地点', last?.meeting.place ?? '', { maxlength: 100 }),
    meetingAt: text('meet', '集合时间', last === undefined ? '' : clock(last.meeting.at), { type: 'time' }),
    startsAt: text('starts', '开船时间', last === undefined ? '' : clock(last.startsAt), { type: 'time' }),
    endsAt: text('ends', '返航时间', last === undefined ? '' : clock(last.endsAt), { type: 'time' }),
    opensOn: text('opens', '从哪天早上开始可以选', '', { type: 'date' }),
    closesOn: text('closes', '到哪天下午停止选', '', { type: 'date' }),
    urns: text('urns', '骨灰多少位', last?.capacity.urns ?? '', { inputmode: 'numeric', maxlength: 3 }),
    seats: text('seats', '随船座位多少个', last?.capacity.seats ?? '', { inputmode: 'numeric', maxlength: 3 }),
  };
  const act = {
    name: '开放这一班',
    primary: true,
    busy: '正在开放…',
    done: '已开放。',
    run: (reason) => call('POST', '/voyages', { ...given(fields), timetable: timetableOf(fields), reason }),
  };
  return element(
    'section',
    { class: 'group card spaced' },
    element('h2', {}, '开放新的一班'),
    ...Object.values(fields).map((one) => one.field),
    reasonForm({ label: '原因（会留底）', acts: [act], after: reload }),
  );
}

/** What families see of the day: only what is known. */
function timetableOf({ meetingAt, startsAt, endsAt }) {
  return [
    { step: 'gather', at: meetingAt.input.value },
    { step: 'cast-off', at: startsAt.input.value },
    { step: 'back', at: endsAt.input.value },
  ].filter(({ at }) => at !== '');
}

const NUMBERS = new Set(['urns', 'seats']);

/** What was filled in. */
function given(fields) {
  const filled = Object.entries(fields)
    .map(([name, { input }]) => [name, input.value.trim()])
    .filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]));
}

function fold(title, ...children) {
  return element('details', {}, element('summary', {}, title), ...children);
}

function field(id, label, attributes) {
  const input = element('input', { id, type: 'text', autocomplete: 'off', ...attributes });
  return { input, field: element('div', {}, element('label', { for: id }, label), input) };
}
