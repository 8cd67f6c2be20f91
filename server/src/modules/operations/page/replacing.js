import { call } from './api.js';
import { card, cards, element, facts, pill, say } from './element.js';
import { time } from './format.js';
import { reasonForm } from './reason-form.js';

/** Hundreds of families are placed in seconds, on a busy machine in a minute. */
const PLANNING_MS = 120_000;
const PLANNING = '正在排…人多要等一会儿';
const KINDS = { displaced: '原来的日子去不成了', 'sign-ups': '登记了，还没排上' };
const WHY = {
  'no-option': '他们能去的日子里，没有开着的',
  'no-room': '能去的日子都排给了排在前面的人',
  together: '要同去的人里，有一家排不下',
  pinned: '您先放下的，或定的时间排不下',
};
const BAD = {
  'no-room': '定的这个时间坐不下了',
  'not-an-option': '定的这个时间他们去不了',
  split: '要同去的人被定到了两处',
};
const CALL = {
  'phone-only': '只有电话，或说过想接电话',
  'quiet-hours': '夜里发的消息，早上请打个电话',
  'no-place': '没有排上，请打电话说一声',
  'no-answer': '留的时间过了，还没回话',
  later: '说过先放一放，留的时间过了，问问想哪天',
  differs: '家里想法还不一致，先打电话问问',
};

export const replacingView = {
  id: 'replacing',
  title: '改期与安排',
  about: '把没有位置的人放在一起排。先看，再定；定了才留位置、发一条消息。没回话不算取消。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', '/replacing'),
  render({ items }, { staff, reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '现在没有人在等安排。');
    const may = staff.role === 'operator';
    return element('div', {}, ...items.flatMap((round) => [group(round, may, reload), callGroup(round, may, reload)]));
  },
};

function group(round, may, reload) {
  const { title, kind, waiting, members, plannedAt, stale } = round;
  const said = [
    plannedAt === undefined ? '还没有排过。' : `${time(plannedAt)} 排的。`,
    stale ? '之后有人来了、走了，或时间变了，请再排一次。' : '',
    doubt(round),
  ].join('');
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, `${title} · ${KINDS[kind]}（${waiting}）`),
    element('p', { class: 'state' }, said),
    may && waiting > 0 ? acts(round, reload) : undefined,
    cards(members.map((member) => row(member, round, may, reload))),
  );
}

function doubt({ proven, fairest }) {
  if (proven !== false) return '';
  if (fairest === true) return '谁先谁后排得最公平；人太多，日子也许还能再近一点。';
  return '人太多，没能证明这是最公平的排法；位置和日子都对。';
}

function path({ service, kind }) {
  return `/replacing/${encodeURIComponent(service)}/${kind}`;
}

function acts(round, reload) {
  const error = element('p', { class: 'error', role: 'alert' });
  const name = round.plannedAt === undefined ? '排一次，先看看' : '再排一次';
  const again = element('button', { type: 'button', onclick: () => void run() }, name);
  async function run() {
    const done = planning(again);
    error.textContent = '';
    try {
      await call('POST', `${path(round)}/plan`, undefined, PLANNING_MS);
      say('排好了，还没有告诉任何人。');
      reload();
    } catch (trouble) {
      error.textContent = trouble.message;
      done();
    }
  }
  const buttons = element('div', { class: 'buttons' }, again);
  return element('div', {}, buttons, error, round.plannedAt === undefined ? undefined : applying(round, reload));
}

/** The button says what is going on; the answer gives it back. */
function planning(button) {
  const name = button.textContent;
  button.disabled = true;
  button.textContent = PLANNING;
  button.setAttribute('aria-busy', 'true');
  return () => {
    button.disabled = false;
    button.textContent = name;
    button.removeAttribute('aria-busy');
  };
}

function applying(round, reload) {
  const count = round.members.filter(({ slot }) => slot !== undefined).length;
  const act = {
    name: '就按这个定',
    busy: '正在留位置、发消息…',
    done: '位置留好了，每家发了一条消息。',
    run: (reason) => call('POST', `${path(round)}/application`, { reason }),
    primary: true,
    warning: `给 ${count} 家留位置，每家发一条消息。发出去收不回来。`,
    sure: '定',
  };
  return reasonForm({ label: '原因（会留底）', after: reload, acts: [act] });
}

function row(member, round, may, reload) {
  const { name, words, lost, slot, worse, others, why, pinned, badPin, hardships, displaced } = member;
  const pills = [
    ...(slot === undefined ? [] : [pill(worse ? '排上了，不合心意' : '排上了', worse ? 'wait' : 'good')]),
    ...(why === undefined ? [] : [pill('没排上', 'wait')]),
    ...(pinned === undefined ? [] : [pill(pinned === 'here' ? '人定的' : '先不排')]),
  ];
  return card(
    name,
    pills,
    facts([
      ['情况', words.join('，')],
      ['原来的时间', time(lost)],
      [
        '之前',
        hardships > 0 ? `${hardships} 次没有如愿，排在前面` : displaced > 1 ? `改过 ${displaced - 1} 次` : undefined,
      ],
      ['排到', slotWords(round, slot)],
      ['还可以', others.map((id) => slotWords(round, id)).join('；')],
      ['为什么', why && WHY[why]],
      ['要改', badPin && BAD[badPin]],
    ]),
    may ? pinForm(member, round, reload) : undefined,
  );
}

function slotWords({ slots }, id) {
  const slot = slots.find((each) => each.id === id);
  return slot && `${time(slot.startsAt)} ${slot.words}`;
}

function pinForm({ id, pinned }, round, reload) {
  const select = element(
    'select',
    { id: `pin-${id}` },
    element('option', { value: '' }, '按排的来'),
    element('option', { value: 'not-now' }, '这次先不排'),
    ...round.slots.map((slot) => element('option', { value: slot.id }, slotWords(round, slot.id))),
  );
  const error = element('p', { class: 'error', role: 'alert' });
  const set = element('button', { type: 'button', onclick: () => void run() }, '定下，再排一次');
  async function run() {
    const done = planning(set);
    error.textContent = '';
    const slot = select.value === 'not-now' ? null : select.value;
    try {
      await call('PUT', `${path(round)}/pins/${id}`, slot === '' ? {} : { slot }, PLANNING_MS);
      reload();
    } catch (trouble) {
      error.textContent = trouble.message;
      done();
    }
  }
  return element(
    'details',
    {},
    element('summary', {}, pinned === undefined ? '我来定' : '改定'),
    element('label', { for: `pin-${id}` }, '排到哪一次'),
    select,
    error,
    element('div', { class: 'buttons' }, set),
  );
}

function callGroup(round, may, reload) {
  const { calls, lastAppliedAt } = round;
  if (calls.length === 0) return undefined;
  return element(
    'section',
    { class: 'group' },
    element('h2', {}, `要打的电话（${calls.filter(({ calledAt }) => calledAt === undefined).length}）`),
    element('p', { class: 'state' }, `${lastAppliedAt ? `${time(lastAppliedAt)} 定的那一次。` : ''}看号码会留底。`),
    cards(calls.map((each) => callRow(each, round, may, reload))),
  );
}

function callRow(each, round, may, reload) {
  const { id, name, phone, reason, slot, keptUntil, calledAt } = each;
  const done = calledAt !== undefined;
  const act = {
    name: '打过了',
    busy: '正在记…',
    done: '记好了。',
    run: (why) => call('POST', `${path(round)}/calls/${id}/done`, { reason: why }),
  };
  return card(
    `${name} ${phone ?? '没留号码'}`,
    [pill(done ? '打过了' : '还没打', done ? 'good' : 'wait')],
    facts([
      ['为什么打', CALL[reason]],
      ['留的位置', slot && time(slot)],
      ['留到', time(keptUntil)],
      ['打过', time(calledAt)],
    ]),
    may && phone !== undefined && !done ? number(id, round) : undefined,
    may && !done ? reasonForm({ label: '说了什么（会留底）', after: reload, acts: [act] }) : undefined,
  );
}

function number(id, round) {
  const place = element('div', { class: 'buttons', 'aria-live': 'polite' });
  const error = element('p', { class: 'error', role: 'alert' });
  const show = element('button', { type: 'button', onclick: () => void reveal() }, '显示号码');
  async function reveal() {
    show.disabled = true;
    error.textContent = '';
    try {
      const { phone } = await call('POST', `${path(round)}/calls/${id}/number`);
      place.replaceChildren(element('p', { class: 'number' }, phone));
    } catch (trouble) {
      error.textContent = trouble.message;
      show.disabled = false;
    }
  }
  place.append(show);
  return element('div', {}, place, error);
}
