const PERSON = '单人-断收入';

const GIVEN = {
  items: [
    {
      id: '1',
      at: '2026-11-25T02:05:00Z',
      to: '街道和区民政局',
      what: '您的申请：姓名、身份证号、电话、住址、家里人和您填的情况',
      purpose: '让街道和民政部门看您的情况，定给不给、给多少，再把钱发给您',
      basis: ['您同意过：把申请递给街道和民政部门', '法律让做的：《社会救助暂行办法》'],
    },
    {
      id: '2',
      at: '2026-11-24T02:05:00Z',
      to: '查对身份的系统',
      what: '您填的姓名和身份证号',
      purpose: '看姓名和身份证号是不是一个人的，别人不能用您的名字办事',
      basis: ['您同意过：查对您是不是本人'],
    },
  ],
  nextCursor: 'next',
};

const SEEN = {
  items: [
    {
      id: '1',
      at: '2026-11-25T07:30:00Z',
      who: '街道的工作人员（西青区西营门街道）',
      what: '看了您的电话，好给您打',
      why: '通知补材料',
    },
    { id: '2', at: '2026-11-25T03:10:00Z', who: '市里管这个小程序的工作人员', what: '把申请转给了另一个街道' },
  ],
};

const DELETION = {
  goes: ['您的登录：所有手机上都会退出', '没递出去的申请 1 份，和里面的照片', '消息 4 条'],
  stays: [
    {
      what: '递出去的申请 1 份',
      why: '街道和民政部门在办，或者已经发过钱，要留底。删了账号，办还照样办，只是手机上看不到了。',
      until: '从这件事办完或者撤回起，留 1825 天（5 年）（示例，待民政局核定）',
    },
    {
      what: '谁做了什么的记录',
      why: '法律要求留着。里面没有姓名和号码。',
      until: '至少六个月（《网络安全法》第二十一条）',
    },
  ],
};

/** Of something a court or an inspection wants kept (`deletion-views.service.ts`). */
const HELD = {
  what: '按规定要先留着的 1 件',
  why: '有法院或者有关部门要求先留着。只留着，不拿来做别的。',
  until: '要求留着的那边说可以删了，就删',
};

const complaint = (id, change) => ({
  ...{ id, number: 'TS20261125-7KQ2M9XB', kind: 'complaint', text: '送材料去了两回，都说人不在。', state: 'open' },
  ...{ at: '2026-11-25T01:30:00Z', due: { on: '2026-12-09', clock: '10 个工作日', overdue: false }, ...change },
});
const COMPLAINTS = {
  items: [
    complaint('1', { application: { id: 'a1', receiptNumber: 'JM20261120-4TW8C2HD' } }),
    complaint('2', {
      ...{ number: 'TS20261102-3XK9PA7F', kind: 'correction', text: '家里人数少写了一个。', state: 'answered' },
      answer: { text: '改好了，现在是 3 口人。', at: '2026-11-10T02:00:00Z' },
    }),
  ],
};

const BEFORE = {
  version: 'a1b2c3',
  since: '2026 年 11 月 26 日',
  sections: [
    {
      title: '先说要紧的',
      lines: ['看政策、自己先查一查，不用登录，也不用填名字和号码。', '不做人脸识别，不要您的脸。'],
    },
    {
      title: '没递出去的申请',
      lines: ['用来：先替您存着，您回来接着填。', '留多久：从最后一次改动起，留 365 天（示例）。'],
    },
  ],
  versions: [
    { version: 'd4e5f6', since: '2026 年 12 月 5 日', inForce: true },
    { version: 'a1b2c3', since: '2026 年 11 月 26 日', until: '2026 年 12 月 5 日', inForce: false },
  ],
};

const PAPER = {
  ...{ id: '1', name: '身份证', about: '低保', type: 'jpeg', bytes: 412_000, sent: true },
  ...{ takenAt: '2026-11-25T02:05:00Z', path: '/relief/applications/1/materials/identity-card?file=1' },
};
const { path: _, ...REPLACED } = { ...PAPER, id: '3', name: '诊断证明' };
const GAVE = {
  items: [{ ...PAPER }, { ...PAPER, id: '2', name: '户口簿', type: 'pdf', bytes: 1_830_000, sent: false }, REPLACED],
};

const signedIn = (name, show) => ({
  name,
  show: async (phone) => {
    await phone.open('packages/mine/sign-in/index', '.sim-person');
    await phone.tapText('.sim-person', PERSON);
    await phone.see('#door-hardship');
    await show(phone);
  },
  whole: true,
});

const afterMe = (withheld) => async (phone) => {
  await phone.answer('**/api/v1/me/kin-wish', { withheld, sayable: true });
  await phone.open('packages/mine/my-data/index', '#kin-wish');
  await phone.tap('#kin-wish');
  await phone.see('#kin-wish-card');
};

/** 我的数据: who got and saw it, leaving, and the two texts. */
export function myDataScreens() {
  return [
    signedIn('my-data', (phone) => phone.open('packages/mine/my-data/index', '#leave')),
    signedIn('my-data-after-me', afterMe(false)),
    signedIn('my-data-after-me-withheld', afterMe(true)),
    signedIn('my-data-given', async (phone) => {
      await phone.answer('**/api/v1/disclosures', GIVEN);
      await phone.open('packages/mine/given/index', '.given');
    }),
    signedIn('my-data-seen', async (phone) => {
      await phone.answer('**/api/v1/accesses', SEEN);
      await phone.open('packages/mine/seen/index', '.seen');
    }),
    signedIn('my-data-leave', async (phone) => {
      await phone.answer('**/api/v1/me/deletion', DELETION);
      await phone.open('packages/mine/leave/index', '#go-on');
    }),
    signedIn('my-data-leave-held', async (phone) => {
      await phone.answer('**/api/v1/me/deletion', { ...DELETION, stays: [HELD, ...DELETION.stays] });
      await phone.open('packages/mine/leave/index', '#go-on');
    }),
    signedIn('my-data-leave-sure', async (phone) => {
      await phone.answer('**/api/v1/me/deletion', DELETION);
      await phone.open('packages/mine/leave/index', '#go-on');
      await phone.tap('#go-on');
      await phone.see('#delete-account');
    }),
    signedIn('complaints', async (phone) => {
      await phone.answer('**/api/v1/complaints?*', COMPLAINTS);
      await phone.open('packages/mine/complaints/index', '.complaint');
    }),
    signedIn('my-data-gave-papers', async (phone) => {
      await phone.answer('**/api/v1/papers', GAVE);
      await phone.open('packages/mine/gave-papers/index', '.gave-paper');
    }),
    ...textScreens(),
  ];
}

/** What everybody may read, signed in or not. */
function textScreens() {
  return [
    {
      name: 'my-data-signed-out',
      show: (phone) => phone.open('packages/mine/my-data/index', '#signed-out'),
      whole: true,
    },
    {
      name: 'my-data-earlier',
      show: async (phone) => {
        await phone.answer('**/api/v1/agreement', { ...BEFORE, version: 'd4e5f6', since: '2026 年 12 月 5 日' });
        await phone.open('packages/mine/rules/index?which=agreement', '#earlier');
        await phone.tap('#earlier');
        await phone.see('.earlier-version');
      },
      whole: true,
    },
    {
      name: 'my-data-before',
      show: async (phone) => {
        await phone.answer('**/api/v1/privacy?version=a1b2c3', BEFORE);
        await phone.open('packages/mine/rules/index?version=a1b2c3', '#to-current');
      },
      whole: true,
    },
    // whole, it is longer than a picture may be
    { name: 'my-data-privacy', show: (phone) => phone.open('packages/mine/rules/index', '.rule') },
    {
      name: 'my-data-agreement',
      show: (phone) => phone.open('packages/mine/rules/index?which=agreement', '.rule'),
      whole: true,
    },
  ];
}
