const PERSON = '单人-断收入';

const voyage = (id, day, change = {}) => ({
  id,
  day,
  startsAt: `${day}T00:40:00.000Z`,
  endsAt: `${day}T03:00:00.000Z`,
  state: 'open',
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: `${day}T00:00:00.000Z`,
  vessel: '示例一号船',
  meeting: { place: '示例码头', at: `${day}T00:00:00.000Z` },
  timetable: [{ step: 'gather', at: `${day}T00:00:00.000Z` }],
  sample: true,
  ...change,
});
const SAILS = voyage('v1', '2099-04-11');
const OFF = voyage('v1', '2099-04-11', { state: 'suspended', why: '明天海上风大，船不能出去。' });
const LATER = ['2099-04-18', '2099-04-19', '2099-04-25'].map((day, at) => voyage(`v${at + 2}`, day));

const SEAL = '0f3a9c51d2e84b67a1f09b3c5d7e2a48';
const pass = (id, name, where, code) => ({ id, name, where, code, token: `JM-7KQ2M9-${id}.${code}.${SEAL}` });
const passes = (change = {}) => ({
  farewell: 'f1',
  number: 'JM-7KQ2M9',
  state: 'confirmed',
  voyage: SAILS,
  passes: [
    pass('1', '王*芳', 'aboard', '482177'),
    pass('2', '第 2 位', 'aboard', '015533'),
    pass('4', '李*', 'ashore', '990021'),
  ],
  bring: ['各位自己的身份证，带着更稳当', '死亡证明', '海上风大，多穿一件', '船上不点火，也不烧纸'],
  ...change,
});

const place = (change = {}) => ({ booking: 'b7', number: 'JM-7KQ2M9', state: 'confirmed', voyage: SAILS, ...change });
const farewell = (at) => ({
  id: 'f1',
  number: 'HM-7KQ2M9',
  state: 'signed-up',
  version: 4,
  you: 'applicant',
  way: 'collective',
  deceased: {},
  ashes: {},
  kinship: {},
  wishes: { impossible: [], proxy: 'never' },
  company: { aboard: 2, ashore: 1, named: [] },
  papers: [],
  kin: [],
  wantsCalls: false,
  open: [],
  acts: ['change-voyage', 'passes'],
  steps: [],
  place: at,
});
const offers = { kept: LATER[0], others: LATER.slice(1) };
const lost = place({ state: 'displaced', voyage: OFF });

const certificate = {
  number: 'JM-7KQ2M9',
  name: '王建国',
  at: '2099-04-11T01:52:00.000Z',
  day: '2099-04-11',
  vessel: '示例一号船',
  latitude: 38.93667,
  longitude: 117.97333,
  seal: '7K2QF-0M3D1-9AXB4-22C7E',
};

/** `page` of the farewell on a real server, which says `answer` below it. */
const screenOf = (name, page, below, answer, selector) => ({
  name,
  show: async (phone) => {
    await phone.answer(`**/api/v1/farewells/f1${below}`, answer);
    await phone.answer('**/api/v1/voyages?*', { voyages: [SAILS, ...LATER] });
    await phone.open('packages/mine/sign-in/index', '.sim-person');
    await phone.tapText('.sim-person', PERSON);
    await phone.see('#door-hardship');
    await phone.open(`packages/funeral/${page}/index?id=f1`, selector);
  },
  whole: true,
});

/** Words typed and not saved, which the phone cannot open when they come back. */
function memoryShut() {
  const memory = screenOf('sea-memory-shut', 'memory', '/memory', { yearly: 'not-asked', certificate }, '#own-words');
  const show = async (phone) => {
    await memory.show(phone);
    await phone.write('#memory-words', '那天海很平。');
    await phone.spoil('farewell-words');
    await phone.see('.kept-shut');
  };
  return { ...memory, show };
}

/** The day at sea and what comes after: passes, another day, certificate, memory. */
export function boardingScreens() {
  const gone = passes({ state: 'displaced', voyage: OFF });
  const held = place({ ...lost, offers, keptUntil: '2099-04-14T08:00:00.000Z' });
  return [
    screenOf('sea-passes', 'passes', '/passes', passes(), '.sea-pass-picture'),
    screenOf('sea-passes-suspended', 'passes', '/passes', gone, '#passes-suspended'),
    screenOf('sea-passes-nobody', 'passes', '/passes', passes({ passes: [] }), '#nobody-comes'),
    screenOf('sea-change-weather', 'change', '', farewell(held), '#take-v2'),
    screenOf('sea-change-nothing', 'change', '', farewell(lost), '#nothing-found'),
    screenOf('sea-change-own', 'change', '', farewell(place()), '#pick-voyage'),
    screenOf('sea-certificate', 'certificate', '/certificate', certificate, '#certificate'),
    screenOf('sea-memory', 'memory', '/memory', { yearly: 'not-asked', certificate }, '#yearly'),
    memoryShut(),
    screenOf(
      'sea-memory-answered',
      'memory',
      '/memory',
      { yearly: 'no', words: '那天海很平。', certificate },
      '#yearly',
    ),
  ];
}
