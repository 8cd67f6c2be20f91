const PERSON = '单人-断收入';
const START = 'packages/funeral/start/index';
const MINE = 'pages/mine/index';
const URGENT = 'packages/urgent/call/index';

const NOTICES = {
  items: [{ id: '1', title: '您的申请有新进展', line: '点开看看。', at: '2026-11-24T02:05:00Z', read: true }],
};

/** What is on this phone though nobody is signed in, is still being sent, or does not open; and how it is cleared. */
export function leftOnPhoneScreens() {
  return [
    { name: 'mine-left-behind', show: leaveBehind, whole: true },
    { name: 'mine-left-behind-asked', show: (phone) => leaveBehind(phone).then(() => ask(phone, '#clear-left')) },
    {
      name: 'mine-left-behind-cleared',
      show: async (phone) => {
        await leaveBehind(phone);
        await ask(phone, '#clear-left');
        await phone.tap('.taro-model__confirm');
        await phone.see('.page-root .line:has-text("清掉了")');
      },
    },
    { name: 'mine-kept', show: keepEverything, whole: true },
    { name: 'mine-clear-asked', show: (phone) => keepEverything(phone).then(() => ask(phone, '#clear')) },
    { name: 'urgent-more', show: writeOnWhileSending, whole: true },
    { name: 'farewell-start-shut', show: stepsThatDoNotOpen, whole: true },
  ];
}

async function signIn(phone) {
  await phone.answer('**/api/v1/notices?*', NOTICES);
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.tapText('.sim-person', PERSON);
  await phone.see('#door-hardship');
}

/** The server ends their session, e.g. after thirty days: nobody tapped 退出登录. */
async function leaveBehind(phone) {
  await signIn(phone);
  await phone.open(MINE, '#sign-out');
  for (const path of ['notices?*', 'relief/applications', 'sessions/refresh'])
    await phone.answer(`**/api/v1/${path}`, { code: 'unauthenticated' }, 401);
  await phone.open('pages/home/index', '#door-hardship');
  await phone.open(MINE, '#clear-left');
}

/** First steps marked, messages read, and a complaint whose answer does not come. */
async function keepEverything(phone) {
  await phone.open(START, '#mark-keep-papers');
  await phone.tap('#mark-keep-papers');
  await signIn(phone);
  await phone.open('packages/mine/complaints/index', '#complaint-send');
  await phone.answerLate('**/api/v1/complaints');
  await phone.write('#complaint-text', '送材料去了两回，都说人不在。');
  await phone.tap('#complaint-send');
  await phone.open(MINE, '#sign-out');
  await phone.see('.kept-words:has-text("还没等到回音")');
  await phone.see('.kept-words:has-text("消息")');
}

async function ask(phone, selector) {
  await phone.tap(selector);
  await phone.see('.taro-model__confirm');
}

/** What is written while the first words are on their way is told to be unsent. */
async function writeOnWhileSending(phone) {
  const arrive = await phone.answerOnceAsked('**/api/v1/urgent-requests');
  await phone.open(URGENT, '#ask-form');
  await phone.choose('没吃的');
  await phone.type('#urgent-place', '示例路 1 号 1 门 101');
  await phone.type('#urgent-phone', '13812345678');
  await phone.tap('#send-urgent');
  await phone.write('#urgent-words', '老人也在，走不动。');
  arrive();
  await phone.see('.urgent-more');
  await phone.reach('#send-urgent');
}

async function stepsThatDoNotOpen(phone) {
  await phone.open(START, '#mark-keep-papers');
  await phone.tap('#mark-keep-papers');
  await phone.see('#step-keep-papers .pill');
  await phone.spoil('first-steps');
  await phone.see('.kept-shut');
  await phone.tap('#open-again');
}
