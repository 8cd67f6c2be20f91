import type { ClockLeg } from '../calendar/clock';

/** What a resident reads on an application form. The wizard's questions bring their own words. */
export const formWords = {
  sections: {
    you: { title: '您自己', help: '名字和身份证号用您实名时填的，这里不用再填。' },
    home: { title: '住在哪里', help: '材料递到住的地方的街道或乡镇，户口在别处也可以。' },
    people: {
      title: '一起过日子的人',
      help: '您自己不用填。爱人、没成年的孩子、还在上学的孩子、长期住一起要您照顾的父母，一位一位填。没有别人，就选“只有我一个人”。',
    },
    circumstances: {
      title: '家里的情况',
      help: '一题一题看，拿不准就选“不清楚”。前面问答里填过的，上面有“填进来”，点了才放到这里。',
    },
    statement: { title: '想说的话', help: '家里的难处，想让街道知道的，都可以写。不写也可以。' },
  },
  labels: {
    phone: '找得到您的电话',
    street: '住在哪个街道或乡镇',
    hukou: '户口在哪里',
    hukouOfDeceased: '去世的亲人户口在哪里',
    address: '门牌号',
    members: '一起过日子的人',
    statement: '想说的话',
  },
  help: {
    phone: '手机或者家里的座机都行。街道会打这个电话。',
    address: '写到楼、门、户，街道上门好找。',
    homeOfDeceased: '丧葬补贴递到去世的亲人户口所在的街道或乡镇。别的递到住的地方。',
    hukouOfDeceased: '丧葬补贴由那里的街道或乡镇办，不是您住的那个。',
    hukou: '谁要领，就说谁的户口。和住的地方不在一处，也在住的地方递，要转的替您转过去。',
  },
  problems: {
    empty: '这一项还没填。',
    unreadable: '这一项没有看懂，请再填一次。',
    phone: '电话好像不对。手机是 11 位，座机是 022 加 8 位。',
    street: '请从名单里选一个街道或乡镇。',
    addressShort: '地址再写细一点，写到门牌号。',
    tooLong: (most: number) => `太长了，最多写 ${most} 个字。`,
    nameEmpty: '名字还没填。',
    nameShort: '名字至少两个字，请照着身份证填。',
    nameLetters: '名字里有不认识的符号，请照着身份证填。中间的点写成“·”。',
    relation: '请选这位是您的什么人。',
    idNumberEmpty: '身份证号还没填。',
    idNumber: {
      shape: '身份证号是 18 位，最后一位可能是字母。请再看看。',
      old: '这是以前 15 位的号码，请填现在身份证上的 18 位。',
      permit: '护照和旧的外国人居留证号，这里还填不了。这一位先空着，到街道再加上。',
      birth: '号码里的生日不太对，请照着身份证再看看。',
      'check-digit': '号码里好像有一位填错了，请照着身份证再看看。',
      masked: '这个号码没有填全，请再填一次。',
      twice: '这个号码和前面一位的一样，请再看看。',
    },
    tooManyMembers: (most: number) => `最多填 ${most} 位。再多的，到街道加上。`,
    memberTwice: '这一位填了两遍，请留一个。',
  },
} as const;

/** A clock in words: `30 个工作日`, `15 个工作日，再 7 天，再 15 个工作日`. */
export function clockWords(legs: readonly ClockLeg[]): string {
  return legs.map((leg) => ('days' in leg ? `${leg.days} 天` : `${leg.workingDays} 个工作日`)).join('，再 ');
}

/** What neighbours read of an application, and what is said around it. 公示 is 贴出来. */
export const noticeWords = {
  minor: '未成年人（不写名字）',
  nameless: { surname: '您的姓，名字用 * 代替', ends: '您的名字，中间用 * 代替', whole: '您的名字' },
  placeUnknown: '住的街道',
  labels: { who: '名字', place: '街道', programme: '申请的', members: '家里人数', amount: '补多少' },
  members: (count: number) => `${count} 人`,
  amount: {
    'household-month': (sum: string) => `每户每月 ${sum}`,
    'person-month': (sum: string) => `每人每月 ${sum}`,
    once: (sum: string) => `一次 ${sum}`,
  },
  where: '贴在社区或村里的公告栏',
  howLong: {
    days: (days: number) => `贴 ${days} 天，周末也算`,
    unknown: '贴多少天，本市没有公布，问街道',
    urgent: '急的时候可以不贴。要贴的话，贴多少天本市没有公布，问街道',
    afterApproval: '批下来以后贴。贴多少天没有公布，问街道',
  },
  never: '孩子的事，不往外贴。',
  nothingSaid: '没有找到要贴出来的规定，按不贴办。',
  note: '名字露几个字，这里是示例，以民政局定的为准。别的一概不贴：电话、门牌号、身份证号、病情、存款都没有。',
} as const;

/** Beside a clock that is not the plain one: why. */
export const clockNotes = {
  apart: '，因为户口和住的地方不在一处',
  handedOver: '，先转到户口那边的街道，再由那边定',
  fromHukouPlace: '，从户口那边收到那天算',
  fromDistrict: '，从区里收到那天算',
} as const;
