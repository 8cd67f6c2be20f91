import type { Matter } from './field-catalogue';

const ASKED = (words: string) => ({ kind: 'asked', words }) as const;
const RELIEF_LAW = { kind: 'duty', law: '《社会救助暂行办法》' } as const;

/** Everything this house does with personal data, in the order a resident reads it. */
export const matters: readonly Matter[] = [
  {
    code: 'sign-in',
    title: '登录',
    purpose: '认出您用的是同一个微信，让您接着办自己的事',
    basis: [ASKED('您点了登录，才会用到')],
    kept: 'account',
    gets: ['wechat'],
  },
  {
    code: 'real-name',
    title: '确认是您本人',
    purpose: '看姓名和身份证号是不是一个人的，别人不能用您的名字办事',
    basis: [{ kind: 'consent', purposes: ['real-name-verification'] }],
    kept: 'account',
    gets: ['identity'],
  },
  {
    code: 'consents',
    title: '您同意过什么',
    purpose: '记下您怎么答的、什么时候答的，您收回了就不再用',
    basis: [{ kind: 'duty', law: '《个人信息保护法》第十四条、第二十九条' }],
    kept: 'consents',
    gets: [],
  },
  {
    code: 'family',
    title: '替孩子、替家里人办',
    purpose: '看您是不是孩子的监护人，家里人是不是真的托您办',
    basis: [{ kind: 'consent', purposes: ['child-under-14'] }, ASKED('您要替谁办，自己填的')],
    kept: 'family',
    gets: ['identity', 'sms'],
  },
  {
    code: 'drafts',
    title: '没递出去的申请',
    purpose: '先替您存着，您回来接着填',
    basis: [ASKED('您自己填的')],
    kept: 'drafts',
    gets: [],
  },
  {
    code: 'relief',
    title: '申请救助和补贴',
    purpose: '让街道和民政部门看您的情况，定给不给、给多少，再把钱发给您',
    basis: [{ kind: 'consent', purposes: ['relief-application', 'sensitive-circumstances'] }, RELIEF_LAW],
    kept: 'relief',
    gets: [
      'social-assistance',
      'disability-benefits',
      'child-welfare',
      'eldercare',
      'means-verification',
      'identity',
      'sms',
    ],
  },
  {
    code: 'urgent',
    title: '急难时求助',
    purpose: '让街道的人尽快找到您',
    basis: [ASKED('您自己发出的求助'), RELIEF_LAW],
    kept: 'urgent',
    gets: ['social-assistance'],
  },
  {
    code: 'bookings',
    title: '预约办事',
    purpose: '把时间给您留好，让办事的地方知道您要来',
    basis: [ASKED('您自己约的'), { kind: 'duty', law: '《婚姻登记条例》' }],
    kept: 'bookings',
    gets: ['marriage-registry', 'identity'],
  },
  {
    code: 'farewells',
    title: '海之眠，送别家人',
    purpose: '登记家人的心愿，安排船、座位和要带的材料',
    basis: [ASKED('您自己登记的')],
    kept: 'farewells',
    gets: ['funeral-affairs'],
  },
  {
    code: 'after-death',
    title: '家人去世以后停发',
    purpose: '不再往去世的人那里寄通知、发补贴',
    basis: [RELIEF_LAW],
    kept: 'deaths',
    gets: [],
  },
  {
    code: 'relatives',
    title: '家里人去世以后，来要他的资料',
    purpose: '让爱人、父母、子女这些亲人照法律看、改、删他的资料；他生前说过不给的，照他说的办',
    basis: [{ kind: 'duty', law: '《个人信息保护法》第四十九条' }],
    kept: 'relatives',
    gets: ['identity'],
  },
  {
    code: 'messages',
    title: '告诉您进展',
    purpose: '办到哪一步了告诉您；消息里不写结果，也不写病情和收入',
    basis: [{ kind: 'consent', purposes: ['progress-messages'] }, ASKED('小程序里的消息，办事时自己会有')],
    kept: 'messages',
    gets: ['wechat', 'sms'],
  },
  {
    code: 'complaints',
    title: '投诉和建议',
    purpose: '看您说的事，给您回复',
    basis: [ASKED('您自己写的')],
    kept: 'complaints',
    gets: [],
  },
  {
    code: 'sharing',
    title: '把什么给过谁、谁看过',
    purpose: '让您查得到，也让管的人查得到',
    basis: [{ kind: 'duty', law: '《个人信息保护法》第二十三条、《网络数据安全管理条例》第十二条' }],
    kept: 'sharing',
    gets: [],
  },
  {
    code: 'records',
    title: '谁做了什么的记录',
    purpose: '出了事能查清楚，谁也改不了',
    basis: [{ kind: 'duty', law: '《网络安全法》第二十一条' }],
    kept: 'log',
    gets: [],
  },
  {
    code: 'passing',
    title: '路上的东西',
    purpose: '网断了也不会办成两次、不会丢',
    basis: [ASKED('您要办的事在路上时才有')],
    kept: 'passing',
    gets: [],
  },
  {
    code: 'staff',
    title: '窗口和街道的工作人员',
    purpose: '知道是谁在办、谁改的',
    basis: [{ kind: 'duty', law: '《网络安全法》第二十一条' }],
    kept: 'log',
    gets: ['identity'],
  },
];

export function matterOf(code: string): Matter {
  const found = matters.find((matter) => matter.code === code);
  if (found === undefined) throw new RangeError(`no matter ${code}`);
  return found;
}
