const DISTRICTS = [
  ['120101', '和平区'],
  ['120102', '河东区'],
  ['120103', '河西区'],
  ['120104', '南开区'],
  ['120105', '河北区'],
];
const KINDS = ['marriage', 'replacement', 'divorce-application', 'divorce-certificate', 'counselling'];

const themed = (id, name, districtName, nextFreeDay) => ({
  id,
  name,
  sort: 'themed',
  kinds: ['marriage'],
  ...(districtName && { districtName }),
  ...(nextFreeDay && { nextFreeDay }),
});
const SITES = [
  themed('yifeng-street', '意风街', '河北区', '2099-12-03'),
  themed('creative-park-1946', '1946创意产业园', undefined, '2099-12-07'),
  themed('tiankai-park', '天开园', '南开区', '2099-12-02'),
  themed('shuwai-taoyuan', '墅外桃源公园', '北辰区'),
  themed('yueqiao-warehouse', '月桥文化仓', '津南区', '2099-12-11'),
  themed('jinmen-lake', '津门湖', '西青区', '2099-12-04'),
  ...DISTRICTS.map(([code, name]) => ({
    id: `registry-${code}`,
    name: `${name}婚姻登记处`,
    sort: 'registry',
    kinds: KINDS,
    districtName: name,
    nextFreeDay: '2099-12-02',
  })),
];

/** The lunar day of each day of December 2099, as far as a picture needs it. */
const LUNAR =
  '二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十 初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十'.split(
    ' ',
  );
const dayOf = (date) => `2099-12-${String(date).padStart(2, '0')}`;
/** 2099-12-01 is a Tuesday. */
const isWeekend = (date) => [5, 6].includes((date + 0) % 7);
const OPENS = '2099-11-25T00:30:00.000Z';

function stateOf(date) {
  if (date === 12) return { state: 'open', left: 2, capacity: 24, hot: '双十二' };
  if (isWeekend(date)) return { state: 'no-service', left: 0, capacity: 0 };
  if (date === 17) return { state: 'sold-out', left: 0, capacity: 24 };
  if (date === 18) return { state: 'closed', left: 0, capacity: 0, why: '登记处检修电路' };
  if (date > 24) return { state: 'not-yet-open', left: 0, capacity: 24, opensAt: OPENS };
  return { state: 'open', left: [22, 20, 14, 9, 6, 3, 1][date % 7], capacity: 24 };
}

const DAYS = LUNAR.map((lunar, index) => ({
  day: dayOf(index + 1),
  lunar: `${index < 11 ? '十月' : '冬月'}${lunar}`,
  sample: true,
  ...(index > 24 && { expected: true }),
  ...stateOf(index + 1),
}));

const windowOf = (id, from, to, change = {}) => ({
  id,
  site: 'yifeng-street',
  day: dayOf(8),
  startsAt: `${dayOf(8)}T${from}:00.000Z`,
  endsAt: `${dayOf(8)}T${to}:00.000Z`,
  state: 'open',
  left: 3,
  opensAt: '2099-11-20T00:30:00.000Z',
  closesAt: `${dayOf(7)}T07:00:00.000Z`,
  sample: true,
  ...change,
});
const FULL = { state: 'sold-out', left: 0 };
const WINDOWS = [
  windowOf('w1', '01:00', '01:30', { left: 2 }),
  windowOf('w2', '01:30', '02:00', { left: 5 }),
  windowOf('w3', '02:00', '02:30', FULL),
  windowOf('w4', '02:30', '03:00'),
  windowOf('w5', '06:00', '06:30', { left: 1 }),
];
/** Not the one that was just lost. */
const NEAR = [
  { ...WINDOWS[3], id: 'n1', siteName: '意风街' },
  { ...WINDOWS[4], id: 'n2', siteName: '意风街' },
  { ...WINDOWS[0], id: 'n3', siteName: '河北区婚姻登记处' },
];

const SERVICE = '**/services/marriage-registration';
const SLOTS = `packages/marriage/slots/index?kind=marriage&site=yifeng-street&day=${dayOf(8)}`;

async function serve(phone, windows = WINDOWS) {
  for (const kind of KINDS) {
    await phone.answer(`${SERVICE}/sites?kind=${kind}`, { sites: SITES.filter(({ kinds }) => kinds.includes(kind)) });
  }
  await phone.answer(`${SERVICE}/days*`, { days: DAYS });
  await phone.answer(`${SERVICE}/windows*`, { windows });
}

const screenOf = (name, page, selector, windows) => ({
  name,
  show: async (phone) => {
    await serve(phone, windows);
    await phone.open(page.startsWith('pages/') ? page : `packages/marriage/${page}`, selector);
  },
  whole: true,
});

async function openSlots(phone, windows) {
  await serve(phone, windows);
  await phone.open(SLOTS);
  await phone.choose('都是内地居民');
}

const slotsScreen = (name, selector, windows) => ({
  name,
  show: async (phone) => {
    await serve(phone, windows);
    await phone.open(SLOTS, selector);
  },
  whole: true,
});

/** Looking for a place, a day and a time, in every state of each. */
export function browseScreens() {
  return [
    screenOf('browse-kinds', 'kinds/index', '#kind-marriage'),
    screenOf('browse-venues', 'venues/index?kind=marriage', '#site-yifeng-street'),
    screenOf('browse-venues-plain', 'venues/index?kind=replacement', '#site-registry-120101'),
    screenOf('browse-venue', 'venue/index?kind=marriage&site=yueqiao-warehouse', '#facts'),
    screenOf('browse-before', 'before/index?kind=marriage&site=yifeng-street', '#both-mainland'),
    screenOf('browse-month', `month/index?kind=marriage&site=yifeng-street&day=${dayOf(8)}`, '.month-ground-1'),
    screenOf('browse-month-plain', `month/index?kind=replacement&day=${dayOf(8)}`, '.month-ground-1'),
    {
      name: 'browse-slots',
      show: async (phone) => {
        await openSlots(phone);
        await phone.tap('#slot-w2');
      },
      whole: true,
    },
    slotsScreen('browse-slots-question', '#both-mainland'),
    slotsScreen('browse-slots-full', '#nothing', [windowOf('w1', '01:00', '01:30', FULL)]),
    slotsScreen('browse-slots-closed', '#nothing', [
      windowOf('w1', '01:00', '01:30', { state: 'closed', left: 0, why: '登记处检修电路' }),
    ]),
    notYetScreen(),
    lostScreen(),
    takenScreen('browse-slots-in-line', BUSY, '1', '#in-line'),
    takenScreen('browse-slots-gave-up', BUSY, '600', '#unsettled'),
    stoppedScreen(),
    otherOfficeScreen(),
    screenOf('browse-hub', 'pages/booking/index', '#nearest'),
  ];
}

/** Looked at again, the time that was lost is full. */
const AFTER_LOST = WINDOWS.map((window) => (window.id === 'w2' ? { ...window, ...FULL } : window));
const LOST = { code: 'booking.window-full', detail: '约满了。', near: NEAR };
const BUSY = { code: 'booking.busy', detail: '现在约的人多。', ahead: 300 };

/** Signed in, a time chosen and tapped; the server answers so. */
async function take(phone, problem, retryAfter, selector) {
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tapText('.sim-person', '单人-断收入');
  await phone.see('#door-hardship');
  const status = problem === BUSY ? 429 : 409;
  await phone.answer('**/api/v1/bookings', problem, status, { 'Retry-After': retryAfter });
  await openSlots(phone);
  await phone.tap('#slot-w2');
  if (problem === LOST) await phone.answer(`${SERVICE}/windows*`, { windows: AFTER_LOST });
  await phone.tap('#take');
  await phone.see(selector);
}

const takenScreen = (name, problem, retryAfter, selector) => ({
  name,
  show: (phone) => take(phone, problem, retryAfter, selector),
  whole: true,
});

const lostScreen = () => takenScreen('browse-slots-lost', LOST, '0', '#lost');

const stoppedScreen = () => ({
  name: 'browse-slots-stopped',
  show: async (phone) => {
    await take(phone, BUSY, '1', '#in-line');
    await phone.tap('#stop-waiting');
    await phone.see('.hold-stopped');
  },
  whole: true,
});

const notYetScreen = () => ({
  name: 'browse-slots-not-yet',
  show: async (phone) => {
    const soon = { state: 'not-yet-open', left: 0, opensAt: OPENS };
    await openSlots(phone, [windowOf('w1', '01:00', '01:30', soon), windowOf('w2', '01:30', '02:00', soon)]);
    await phone.tap('#slot-w2');
    await phone.see('#not-yet');
  },
  whole: true,
});

const otherOfficeScreen = () => ({
  name: 'browse-other-office',
  show: async (phone) => {
    await phone.open('packages/marriage/before/index?kind=marriage', '#both-mainland');
    await phone.choose('有一位是港澳台居民');
  },
  whole: true,
});
