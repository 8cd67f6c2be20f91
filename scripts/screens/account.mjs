const PERSON = '单人-断收入';

const REAL_NAME = {
  name: '张*',
  idNumber: '1****************X',
  birth: '1990-03-07',
  verifiedAt: '2026-11-24T02:00:00Z',
};

const notice = (id, title, line, at, read) => ({ id, title, line, at, read, about: { kind: 'application', id } });
const NOTICES = [
  notice(
    '1',
    '请您补几样材料',
    '办事的人需要再看几样东西，点开看要带什么、什么时候带。',
    '2026-11-24T02:05:00Z',
    false,
  ),
  notice('2', '您的申请有新进展', '办到下一步了，点开看看。', '2026-11-20T08:30:00Z', true),
];

const application = (id, state, programmes, now, waitsForYou) => ({
  id,
  version: 1,
  state,
  programmes,
  updatedAt: '2026-11-24T02:00:00Z',
  now,
  waitsForYou,
});
const APPLICATIONS = [
  application('1', 'open', ['minimum-living-allowance', 'disability-living-subsidy'], '街道请您补两样材料', true),
  application('2', 'open', ['temporary-assistance'], '西营门街道在看材料', false),
  application('3', 'draft', ['elder-care-service-subsidy'], '', false),
];

/** Signs in as a made-up person, on a real server. */
async function signIn(phone) {
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tapText('.sim-person', PERSON);
  await phone.see('#door-hardship');
}

const signedIn = (name, show) => ({
  name,
  show: async (phone) => {
    await signIn(phone);
    await show(phone);
  },
  whole: true,
});

/** Signing in, the real name, consents, messages, and what 首页 and 我的 show to whoever is signed in. */
export function accountScreens({ consentTexts, formerConsentTexts }) {
  return [...signInScreens(), ...realNameScreens(consentTexts), ...mineScreens(consentTexts, formerConsentTexts)];
}

/** The texts in force, with what was said to each; of one whose words have changed since, the words then. */
function consents(texts, states, former = []) {
  const said = (state, { purpose }) => {
    if (state === 'not-asked') return { state };
    const answered = state === 'outdated' ? former.find((each) => each.purpose === purpose) : undefined;
    return { state, at: '2026-11-20T08:30:00Z', ...(answered && { answered }) };
  };
  return { items: texts.map((text, index) => ({ ...text, ...said(states[index] ?? 'not-asked', text) })) };
}

const signInScreens = () => [
  { name: 'sign-in', show: (phone) => phone.open('packages/mine/sign-in/index', '.sim-person'), whole: true },
  {
    name: 'sign-in-refused',
    show: async (phone) => {
      await phone.refuse('**/sessions/wechat', { detail: '登录没有接上，请再登录一次。' });
      await phone.open('packages/mine/sign-in/index', '.sim-person');
      await phone.tap('.sim-person');
      await phone.see('.field-error');
    },
  },
  {
    name: 'real-name-signed-out',
    show: (phone) => phone.open('packages/mine/real-name/index', '#signed-out'),
    whole: true,
  },
  { name: 'applications-signed-out', show: (phone) => phone.open('packages/mine/applications/index', '#sign-in') },
  { name: 'notices-signed-out', show: (phone) => phone.open('packages/mine/notices/index', '#signed-out') },
];

function realNameScreens(texts) {
  const open = async (phone) => {
    await phone.answer('**/api/v1/consents', consents(texts, []));
    await phone.open('packages/mine/real-name/index', '#consent');
  };
  const fillIn = async (phone, idNumber) => {
    await phone.type('#name', '阿依古丽·买买提');
    await phone.type('#id-number', idNumber);
  };
  return [
    signedIn('real-name', open),
    signedIn('real-name-slips', async (phone) => {
      await open(phone);
      await fillIn(phone, '120101199003070031');
      await phone.tap('#verify');
      await phone.see('.field-error');
    }),
    ...['not-confirmed', 'later'].map((outcome) =>
      signedIn(`real-name-${outcome}`, async (phone) => {
        await phone.answer('**/identity/verifications', { outcome });
        await open(phone);
        await fillIn(phone, '12010119900307003X');
        await phone.tap('.choice');
        await phone.tap('#verify');
        await phone.see(`#${outcome}`);
      }),
    ),
    signedIn('real-name-done', async (phone) => {
      await phone.answer('**/api/v1/me', { accountId: 'one', realName: REAL_NAME });
      await phone.open('packages/mine/real-name/index', '#verified');
    }),
  ];
}

const mineScreens = (texts, former) => [
  signedIn('consents', async (phone) => {
    await phone.answer('**/api/v1/consents', consents(texts, ['outdated', 'given', 'withdrawn'], former));
    await phone.open('packages/mine/consents/index', '.withdraw');
  }),
  signedIn('consents-then', async (phone) => {
    await phone.answer('**/api/v1/consents', consents(texts, ['outdated', 'given', 'withdrawn'], former));
    await phone.open('packages/mine/consents/index', '.withdraw');
    await phone.tap('.at-that-time');
  }),
  signedIn('notices-none', (phone) => phone.open('packages/mine/notices/index', '#no-notices')),
  signedIn('notices', async (phone) => {
    await phone.answer('**/api/v1/notices?*', { items: NOTICES });
    await phone.open('packages/mine/notices/index', '.notice-unread');
  }),
  signedIn('mine-signed-in', async (phone) => {
    await phone.answer('**/api/v1/notices?*', { items: NOTICES });
    await phone.answer('**/api/v1/relief/applications', { items: APPLICATIONS });
    await phone.open('pages/mine/index', '#sign-out');
  }),
  signedIn('home-in-hand', async (phone) => {
    await phone.answer('**/api/v1/relief/applications', { items: APPLICATIONS });
    await phone.open('pages/later/index?door=elder');
    await phone.open('pages/home/index', '.in-hand');
  }),
];
