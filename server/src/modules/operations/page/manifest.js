import { call } from './api.js';
import { element, facts } from './element.js';
import { clock, day, time } from './format.js';
import { reasonForm } from './reason-form.js';

const WAYS = { collective: '集体', family: '家庭', proxy: '代撒' };
const WHERE = { aboard: '上船', ashore: '在岸上' };

/** Who comes aboard: masked at once, whole for the vessel with a reason, and ready to be printed. */
export function manifest(voyage, may) {
  const place = element('div', { class: 'manifest', 'aria-live': 'polite' });
  const error = element('p', { class: 'error', role: 'alert' });
  const show = (found, whole) => place.replaceChildren(sheet(found, whole));
  const look = async () => {
    error.textContent = '';
    try {
      show(await call('GET', `/voyages/${voyage.id}/manifest`), false);
    } catch (trouble) {
      error.textContent = trouble.message;
    }
  };
  const act = {
    name: '看完整名单',
    busy: '正在取…',
    done: '完整名单在下面，可以打印。用完请收好。',
    run: async (reason) => show(await call('POST', `/voyages/${voyage.id}/manifest/whole`, { reason }), true),
  };
  const button = element('button', { type: 'button', onclick: () => void look() }, '看名单（姓名遮住）');
  return element(
    'details',
    {},
    element('summary', {}, '上船名单'),
    element('div', { class: 'buttons' }, button),
    error,
    may ? reasonForm({ label: '为什么要完整的（会留底）', acts: [act], after: () => undefined }) : undefined,
    place,
  );
}

function sheet({ voyage, seats, families }, whole) {
  const print = element('button', { type: 'button', class: 'print-hidden', onclick: () => globalThis.print() }, '打印');
  return element(
    'section',
    { class: 'manifest-sheet' },
    element('h3', {}, `${day(voyage.day)} ${clock(voyage.startsAt)} ${voyage.vessel}`),
    facts([
      ['家庭', `${families.length} 家`],
      ['座位', `${seats} 个`],
      ['集合', `${clock(voyage.meeting.at)} ${voyage.meeting.place}`],
    ]),
    ...(families.length === 0 ? [element('p', { class: 'state' }, '这一班还没有家庭。')] : families.map(family)),
    whole ? print : undefined,
  );
}

function family({ number, way, applicant, phone, deceased, differs, asides = [], people }) {
  return element(
    'section',
    { class: 'manifest-family' },
    element('h4', {}, `${number}（${WAYS[way]}）`),
    facts([
      ['登记的人', [applicant, phone].filter(Boolean).join(' ')],
      ['逝者', deceased],
      ['问一下船上', asides.map(asideWords).join('；') || undefined],
      ['家里', differs ? '想法还不一致，开船前先打个电话' : undefined],
    ]),
    element('ul', {}, ...people.map((one) => element('li', {}, personWords(one)))),
  );
}

/** What the vessel told of another day: nothing was written down as done. */
function asideWords({ kind, at, pass }) {
  const what = kind === 'boarded' ? '上船' : '送行';
  const who = pass === undefined ? '' : `第 ${pass.slice(pass.lastIndexOf('-') + 1)} 位`;
  return `报来${who}${what}的时间是 ${time(at)}，和这一班对不上，没有记`;
}

function personWords({ pass, name, where, age, wheelchair, note, health, boardedAt }) {
  const words = [
    `第 ${pass.slice(pass.lastIndexOf('-') + 1)} 位`,
    name ?? '还没写名字',
    WHERE[where],
    age === undefined ? undefined : `${age} 岁`,
    wheelchair ? '坐轮椅' : undefined,
    health === undefined ? (note ? '有话告诉随船医生' : undefined) : `告诉随船医生：${health}`,
    boardedAt === undefined ? undefined : `${clock(boardedAt)} 已到`,
  ];
  return words.filter((word) => word !== undefined).join('，');
}
