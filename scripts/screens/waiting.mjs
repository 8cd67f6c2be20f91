const PERSON = '单人-断收入';
const SITES = [
  { id: 'yifeng-street', name: '意风街', sort: 'themed', kinds: ['marriage'], districtName: '河北区' },
  { id: 'jinmen-lake', name: '津门湖', sort: 'themed', kinds: ['marriage'], districtName: '西青区' },
];
const FULL = '2099-12-05';
const dayOf = (day, change = {}) => ({ day, state: 'sold-out', left: 0, capacity: 40, sample: true, ...change });
const DAYS = [
  dayOf('2099-12-04', { state: 'open', left: 3, lunar: '十月廿二' }),
  dayOf(FULL, { lunar: '十月廿三', hot: '周六' }),
  dayOf('2099-12-08', { lunar: '十月廿六' }),
  dayOf('2099-12-09', { state: 'not-yet-open' }),
];

const waiting = (change = {}) => ({
  id: 'w1',
  service: 'marriage-registration',
  kind: 'marriage',
  sites: SITES.map(({ id, name }) => ({ id, name })),
  days: [FULL, '2099-12-08'],
  state: 'waiting',
  rank: 3,
  since: '2026-11-26T02:05:00.000Z',
  ...change,
});

const { rank: _rank, ...PLACELESS } = waiting();
const OFFERED = {
  ...PLACELESS,
  state: 'offered',
  offer: {
    booking: 'b1',
    siteName: '意风街',
    until: '2099-11-26T06:05:00.000Z',
    window: {
      ...{ id: 'w1', site: 'yifeng-street', day: FULL, state: 'sold-out', left: 0 },
      ...{ startsAt: `${FULL}T01:30:00.000Z`, endsAt: `${FULL}T02:00:00.000Z` },
      ...{ opensAt: '2026-11-20T00:30:00.000Z', closesAt: `${FULL}T00:00:00.000Z` },
    },
  },
};
const OVER = {
  ...PLACELESS,
  id: 'w2',
  state: 'over',
  note: '您选的日子都过了，这次没等到。想接着等，可以选新的日子再排。',
};

const MISSED = {
  ...{ booking: 'b1', number: 'JM-7KQ2M9', service: 'marriage-registration', kind: 'marriage' },
  ...{ siteName: '意风街', startsAt: '2026-11-20T01:30:00.000Z' },
};

async function signIn(phone) {
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tapText('.sim-person', PERSON);
  await phone.see('#door-hardship');
}

/** The one question first, as before a time is held. */
async function chooseDays(phone) {
  await phone.choose('都是内地居民');
  await phone.see('#join .choice');
}

function screen(name, path, selector, answers, then = async () => undefined) {
  const show = async (phone) => {
    for (const [address, items] of Object.entries(answers)) await phone.answer(address, items);
    await signIn(phone);
    await phone.open(`packages/marriage/${path}`, selector);
    await then(phone);
  };
  return { name, show, whole: true };
}

const list = (...items) => ({ '**/api/v1/waitlist*': { items } });
const ledger = (...items) => ({ '**/api/v1/bookings/no-shows*': { items } });

/** Waiting for a time: choosing what to wait for, the rank, a time that is kept, the end; and the days nobody came. */
export function waitingScreens() {
  const join = {
    ...list(),
    '**/services/marriage-registration/days*': { days: DAYS },
    '**/services/marriage-registration/sites*': { sites: SITES },
  };
  return [
    screen(
      'waiting-join',
      `waitlist/index?kind=marriage&site=yifeng-street&day=${FULL}`,
      '#both-mainland',
      join,
      chooseDays,
    ),
    screen('waiting-rank', 'waitlist/index', '#waiting-w1', list(waiting())),
    screen('waiting-offered', 'waitlist/index', '#take-w1', list(OFFERED, OVER)),
    screen('waiting-none', 'waitlist/index', '#no-waiting', list()),
    screen(
      'no-shows',
      'no-shows/index',
      '.no-show',
      ledger(MISSED, { ...MISSED, booking: 'b2', excused: { at: '2026-11-21T02:00:00.000Z', why: '那天住院了' } }),
    ),
    screen('no-shows-none', 'no-shows/index', '#no-no-shows', ledger()),
  ];
}
