const PERSON = '单人-断收入';

const SITE = {
  id: 'yifeng-street',
  name: '意风街',
  sort: 'themed',
  kinds: ['marriage'],
  district: '120105',
  districtName: '河北区',
};
const REGISTRY = { ...SITE, id: 'registry-120101', name: '和平区婚姻登记处', sort: 'registry', kinds: ['replacement'] };

const windowOf = (id, day, from, to) => ({
  id,
  site: SITE.id,
  day,
  startsAt: `${day}T${from}:00.000Z`,
  endsAt: `${day}T${to}:00.000Z`,
  state: 'open',
  left: 3,
  opensAt: '2026-11-20T00:30:00.000Z',
  closesAt: `${day}T00:00:00.000Z`,
  sample: true,
});
const WINDOW = windowOf('w1', '2099-12-05', '01:30', '02:00');
const LATER = windowOf('w2', '2099-12-12', '06:00', '06:30');

const YOU = { role: 'holder', name: '张*', you: true, confirmed: true };
const OTHER = { role: 'partner', name: '李*', you: false, confirmed: true };

const booking = (change = {}) => ({
  id: 'b1',
  number: 'JM-7KQ2M9',
  service: 'marriage-registration',
  kind: 'marriage',
  state: 'confirmed',
  version: 3,
  site: SITE,
  window: WINDOW,
  parties: [YOU, OTHER],
  acts: ['pass', 'reschedule', 'cancel'],
  steps: [],
  details: {},
  ...change,
});

const HELD = booking({
  state: 'held',
  holdUntil: new Date(Date.now() + 9 * 60_000).toISOString(),
  parties: [{ ...YOU, confirmed: false }],
  acts: ['renew', 'confirm', 'cancel'],
});
const ASKED = booking({
  acts: ['pass', 'withdraw-change', 'cancel'],
  change: { window: LATER, siteName: SITE.name, until: '2099-11-27T06:00:00.000Z', yours: false },
});
const DISPLACED = booking({
  state: 'displaced',
  acts: ['reschedule', 'cancel'],
  offers: { windows: [{ ...LATER, siteName: SITE.name, kept: true }], until: '2099-11-27T06:00:00.000Z' },
  steps: [{ at: '2026-11-20T02:00:00.000Z', words: '原来的时间不开了（登记处停电检修）', why: '登记处停电检修' }],
});
const WHY = '这一次办不成了，已经替您取消，那天不用去。';
const CALLED_OFF = booking({
  state: 'cancelled',
  acts: [],
  steps: [{ at: '2026-11-20T02:00:00.000Z', words: `取消了（${WHY}）`, why: WHY }],
});

const pass = ({ kind, site, window, parties }) => ({
  booking: 'b1',
  number: 'JM-7KQ2M9',
  code: '482177',
  token: 'JM-7KQ2M9.482177.0f3a9c51d2e84b67a1f09b3c5d7e2a48',
  service: 'marriage-registration',
  kind,
  state: 'confirmed',
  site,
  window,
  parties,
  bring: ['两个人各自的身份证原件', '户口本用不着带', '照片要求：待核定，可以先打 12345 问'],
});

const divorce = (state) => ({
  id: 'd1',
  state,
  site: REGISTRY.id,
  siteName: REGISTRY.name,
  receivedOn: '2026-11-02',
  days: { coolingUntil: '2026-12-02', from: '2026-12-03', until: '2027-01-04', expected: true },
});

/** Signs in as a made-up person on a real server, which then has one booking. */
async function withBooking(phone, one) {
  await phone.answer('**/api/v1/bookings/b1', one);
  await phone.answer('**/api/v1/bookings/b1/pass', pass(one));
  await phone.answer('**/api/v1/bookings/b1/wishes', { said: { impossible: ['2099-12-09'], sites: [] } });
  await signIn(phone);
}

async function signIn(phone) {
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tapText('.sim-person', PERSON);
  await phone.see('#door-hardship');
}

const screenOf = (name, one, page, selector) => ({
  name,
  show: async (phone) => {
    await withBooking(phone, one);
    await phone.open(`packages/marriage/${page}`, selector);
  },
  whole: true,
});

const plain = { kind: 'divorce-application', site: REGISTRY };

/** Looking a booking through, its pass in every state, changing it, my bookings; guide, divorce, counselling. */
export function bookingScreens() {
  return [
    screenOf('booking-review', HELD, 'review/index?id=b1', '#confirm'),
    screenOf('booking-review-plain', { ...HELD, ...plain }, 'review/index?id=b1', '#confirm'),
    screenOf('booking-pass', booking(), 'pass/index?id=b1', '.pass-qr'),
    screenOf('booking-pass-plain', booking(plain), 'pass/index?id=b1', '.pass-qr'),
    screenOf('booking-pass-cancelled', booking({ state: 'cancelled', acts: [] }), 'pass/index?id=b1', '#no-pass'),
    screenOf('booking-pass-called-off', CALLED_OFF, 'pass/index?id=b1', '#no-pass'),
    screenOf('booking-change-called-off', CALLED_OFF, 'change/index?id=b1', '#cancel-card'),
    screenOf('booking-pass-used', booking({ state: 'checked-in', acts: ['pass'] }), 'pass/index?id=b1', '#no-pass'),
    screenOf('booking-change', booking(), 'change/index?id=b1', '#move'),
    screenOf('booking-change-asked', ASKED, 'change/index?id=b1', '#change'),
    screenOf('booking-displaced', DISPLACED, 'change/index?id=b1', '#displaced'),
    changeFoundScreen(),
    bookingsScreen(),
    { name: 'marriage-guide', show: (phone) => phone.open('packages/marriage/guide/index', '#start'), whole: true },
    { name: 'divorce', show: (phone) => phone.open('packages/marriage/divorce/index', '#first-step'), whole: true },
    divorceScreen('cooling'),
    divorceScreen('ready'),
    { name: 'counselling', show: (phone) => phone.open('packages/marriage/counselling/index', '#choose'), whole: true },
  ];
}

const changeFoundScreen = () => ({
  name: 'booking-change-found',
  show: async (phone) => {
    await phone.answer('**/services/marriage-registration/windows*', { windows: [LATER] });
    await phone.answer('**/services/marriage-registration/sites*', { sites: [SITE] });
    await withBooking(phone, booking());
    await phone.open('packages/marriage/change/index?id=b1&window=w2&site=yifeng-street&day=2099-12-12', '#move-to');
  },
  whole: true,
});

const bookingsScreen = () => ({
  name: 'my-bookings',
  show: async (phone) => {
    const items = [
      booking(),
      { ...HELD, id: 'b2', window: LATER },
      booking({ id: 'b3', ...plain, state: 'cancelled', acts: [] }),
    ];
    await phone.answer('**/api/v1/bookings', { items });
    await withBooking(phone, booking());
    await phone.open('packages/marriage/bookings/index', '#booking-b1');
  },
  whole: true,
});

const divorceScreen = (state) => ({
  name: `divorce-${state}`,
  show: async (phone) => {
    await phone.answer('**/api/v1/marriage/divorce', { items: [divorce(state)] });
    await signIn(phone);
    await phone.open('packages/marriage/divorce/index', '#divorce-days');
  },
  whole: true,
});
