const PERSON = '单人-断收入';

/** Days a picker allows: a death is behind us, a promised paper ahead; neither in the year of the voyages. */
const dayFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const DIED = dayFromNow(-12);
const CREMATED = dayFromNow(-10);
const PROMISED = dayFromNow(21);

const twoHoursBefore = (instant) => new Date(Date.parse(instant) - 2 * 3_600_000).toISOString();

const voyage = (id, day, change = {}) => ({
  id,
  day,
  startsAt: `${day}T00:30:00.000Z`,
  endsAt: `${day}T03:30:00.000Z`,
  state: 'open',
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: `${day}T00:00:00.000Z`,
  vessel: '国宾9号',
  meeting: { place: '天津市殡仪服务总站', at: twoHoursBefore(`${day}T00:30:00.000Z`) },
  timetable: [{ step: 'rite', at: `${day}T00:30:00.000Z` }],
  sample: true,
  ...change,
});
const FIRST = voyage('v1', '2099-04-11');
const SECOND = voyage('v2', '2099-04-18', { state: 'nearly-full', tooFewSeats: true });
const THIRD = voyage('v3', '2099-04-25');
const FULL = voyage('v4', '2099-05-02', { state: 'full' });

const place = (state, change = {}) => ({ booking: 'b1', number: 'JM-3FD8K2', state, voyage: FIRST, ...change });

/** A daughter who signed up for her father; two come along, one stays ashore. */
const farewell = (change = {}) => ({
  id: 'f1',
  number: 'HM-7KQ2M9',
  state: 'signed-up',
  version: 4,
  you: 'applicant',
  way: 'collective',
  deceased: { name: '王**', died: DIED, cremated: CREMATED, hukouInTianjin: true, called: 'loved-one' },
  ashes: { place: 'at-home', bringer: 'family' },
  kinship: { relation: 'child', way: 'hukou-book' },
  wishes: { impossible: ['2099-04-12'], fromAnotherCity: true, proxy: 'never' },
  company: {
    aboard: 2,
    ashore: 1,
    named: [
      { id: 'r1', name: '王*', age: 44, where: 'aboard' },
      { id: 'r2', name: '李*', age: 76, where: 'ashore', wheelchair: true },
    ],
  },
  papers: [
    { paper: 'death-certificate', how: 'promised', until: PROMISED },
    { paper: 'own-id', how: 'bring' },
    { paper: 'kinship', how: 'at-funeral-home' },
  ],
  kin: [{ id: 'k1', name: '王*', relation: '儿子', you: false, state: 'asks', words: '我是他儿子，在南京。' }],
  phone: '138****5678',
  wantsCalls: false,
  open: [
    {
      section: 'wishes',
      words:
        '要一起走的那一家（HM-3XK9PA）还没有对上：可能登记号写得不一样，也可能那一家还没写您家的 HM-7KQ2M9。不急，您家照样安排；拿不准就打 96456。',
    },
    { section: 'company', words: '同去的人还有一位没有写名字，可以以后再补。' },
  ],
  acts: ['edit', 'choose-voyage', 'invite-relative', 'answer-relative', 'withdraw'],
  steps: [{ at: '2099-03-01T01:00:00.000Z', words: '登记好了' }],
  ...change,
});

const DRAFT = farewell({
  state: 'draft',
  deceased: {},
  company: { aboard: 1, ashore: 0, named: [] },
  kin: [],
  acts: ['edit', 'sign-up', 'withdraw', 'throw-away'],
  steps: [],
});
/** What the server says of a draft a court or an inspection wants kept (`farewell-words.ts`). */
const KEPT = {
  code: 'farewell.kept',
  status: 409,
  detail: '这份按规定要先留着，现在还不能删。写过的都替您留着，别的事照常办。想问为什么，请打 96456。',
};
/** He came by a link that was meant for another. */
const UNCLE = { id: 'k2', name: '张*', relation: '舅舅', you: false, state: 'differs', words: '想等到秋天。' };
const JOINED = farewell({ kin: [UNCLE] });
/** Two phones counted and named at once: what the server says then (`words.ts`). */
const NOT_TAKEN = {
  code: 'request.invalid',
  status: 400,
  detail: '有几处要再看看。',
  errors: [
    {
      field: 'company.aboard',
      code: 'field.more-named',
      message: '写了名字的比报的人数多。请先把一起去的人数改一下。',
    },
  ],
};
const LATE = farewell({ deceased: { name: '王**', died: dayFromNow(-75), cremated: dayFromNow(-70) } });
const HELD = farewell({
  place: place('held', { keptUntil: '2099-03-01T07:40:00.000Z' }),
  acts: ['edit', 'confirm', 'withdraw'],
});
const PLACED = farewell({
  place: place('confirmed'),
  goesWith: 'HM-3XK9PA',
  open: [],
  acts: ['edit', 'change-voyage', 'passes', 'withdraw'],
});
/** The place as its booking has it: it may be kept longer, taken and given back. */
const BOOKING = { id: 'b1', number: 'JM-3FD8K2', version: 2, state: 'held', acts: ['renew', 'confirm', 'cancel'] };

/** Signs in as a made-up person on a real server, which then keeps this farewell. */
async function withFarewell(phone, one) {
  const voyages = { voyages: [FIRST, SECOND, THIRD, FULL] };
  await phone.answer('**/api/v1/voyages?*', voyages);
  for (const each of voyages.voyages) await phone.answer(`**/api/v1/voyages/${each.id}`, each);
  await phone.answer('**/api/v1/farewells', { items: [one] });
  await phone.answer('**/api/v1/farewells/f1', one);
  await phone.answer('**/api/v1/bookings/b1', BOOKING);
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tapText('.sim-person', PERSON);
  await phone.see('#door-hardship');
}

const screenOf = (name, one, page, selector = '.card', then = async () => {}) => ({
  name,
  show: async (phone) => {
    await withFarewell(phone, one);
    await phone.open(`packages/funeral/${page}`, selector);
    await then(phone);
  },
  whole: true,
});
const open = (name, page, selector) => ({
  name,
  show: (phone) => phone.open(`packages/funeral/${page}`, selector),
  whole: true,
});

/** The draft, after a tap on 删掉这一份: one question before it. */
const throwingAway = (name, then) =>
  screenOf(name, DRAFT, 'farewell/index?id=f1', '#throw-away', async (phone) => {
    await phone.tap('#throw-away');
    await phone.see('.taro-model__confirm');
    await then(phone);
  });

/** First steps, the voyages and what a family prepares; the day itself and what comes after are in `boarding.mjs`. */
export function farewellScreens() {
  const sections = ['way', 'deceased', 'ashes', 'kinship', 'wishes', 'company', 'papers', 'contact'];
  return [
    open('farewell-start', 'start/index', '#first-day'),
    open('farewell-prices', 'prices/index', '.card'),
    open('farewell-guide', 'guide/index', '.card'),
    screenOf('farewell-voyages', farewell({ kin: [] }), 'voyages/index?id=f1'),
    screenOf('farewell-choose', farewell({ kin: [] }), 'choose/index?voyage=v1&id=f1'),
    screenOf('farewell-draft', DRAFT, 'farewell/index?id=f1'),
    throwingAway('farewell-throw-away', async () => {}),
    throwingAway('farewell-kept', async (phone) => {
      // asked for anew afterwards, it is there as before
      await phone.answerTo('DELETE', '**/api/v1/farewells/f1', KEPT, 409);
      await phone.tap('.taro-model__confirm');
      await phone.see('#trouble');
    }),
    screenOf('farewell-hub', farewell(), 'farewell/index?id=f1'),
    screenOf('farewell-hub-placed', PLACED, 'farewell/index?id=f1'),
    ...sections.map((section) =>
      screenOf(`farewell-section-${section}`, farewell(), `${section}/index?id=f1`, '#section-done'),
    ),
    screenOf('farewell-kin', farewell(), 'kin/index?id=f1'),
    screenOf('farewell-kin-joined', JOINED, 'kin/index?id=f1', '#out-k2'),
    screenOf('farewell-kin-out', JOINED, 'kin/index?id=f1', '#out-k2', async (phone) => {
      await phone.tap('#out-k2');
      await phone.see('.taro-model__confirm');
    }),
    screenOf('farewell-company-refused', farewell(), 'company/index?id=f1', '#add-person', async (phone) => {
      await phone.answerTo('PATCH', '**/api/v1/farewells/f1', NOT_TAKEN, 400);
      await phone.tap('#add-person');
      await phone.type('#person-name', '李四');
      await phone.tap('#keep-person');
      await phone.see('.save-state');
    }),
    screenOf('farewell-claims-past', LATE, 'farewell/index?id=f1', '#claim-eco-burial-reward'),
    {
      name: 'services-quiet',
      show: async (phone) => {
        await withFarewell(phone, farewell());
        await phone.open('pages/services/index', '#farewell');
      },
      whole: true,
    },
    screenOf('farewell-confirm', HELD, 'confirm/index?id=f1', '#confirm'),
  ];
}
