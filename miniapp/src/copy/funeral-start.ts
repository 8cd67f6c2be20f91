/** What to do first, what it costs, and how the whole of it goes. The lines themselves are shared data with sources. */
export const startWords = {
  heading: '先做什么',
  lead: '今天有三句话就够了。后面的，想看再看。',
  line: '送亲人、找民政',
  today: '今天',
  groups: { 'this-week': '这几天', 'can-wait': '可以等' },
  done: '这件办过了',
  undo: '还没办过',
  shut: '您以前勾过的，这部手机现在打不开，我们没有动它。现在勾的，这会儿看得见，先不存。',
  leads: {
    sea: { title: '看看撒海的船期', line: '不着急，看看也行' },
    guide: { title: '撒海那天怎么走', line: '一步一步写着，从登记到回来' },
    prices: { title: '都收多少钱', line: '不收钱的先写，没公布的也写明白' },
    claims: { title: '看看可能领到哪几份', line: '答几个问题。递申请时，登记撒海写过的先替您填好' },
    check: { title: '再看看家里可能符合哪几项', line: '大约 3 分钟，不用登录' },
  },
  sources: '这些话从哪里来',
  hide: '收起来',
} as const;

export const claimWords = {
  title: '可能领到的钱',
  why: '填上火化那天，这里替您数到哪天为止。不填也一样能办。',
  question: '哪一天火化的',
  fromFarewell: (day: string) => `火化那天是 ${day}，是您登记时写的。`,
  here: '只存在这部手机里，没有发给谁。',
  pays: (sum: string) => `${sum}，一次发。`,
  paysUpTo: (period: string, sum: string) => `火化后 ${period}之内选定的，可能还有一份，最多 ${sum}。`,
  past: '这一天已经过了。能不能补办，由街道核定，请打 96456 问。',
  go: '看看可能领到哪几份',
} as const;

export const pricesWords = {
  heading: '都收多少钱',
  lead: '不收钱的写在前面。没有公布的，我们不猜。',
  states: { free: '不收钱', said: '报道里说过', unknown: '待核定' },
  scam: '谁打电话来推销、要您先转钱，先别给，打 96456 问一声是不是真的。',
} as const;

export const courseWords = {
  heading: '撒海那天怎么走',
  lead: '从登记到回来，一步一步写着。看到哪儿都行。',
  step: (number: number, title: string) => `${number}. ${title}`,
  seen: (text: string) => `画面：${text}`,
  note: '画面按公布的环节写的。当天怎么走，听船上工作人员的。',
  safety: '安全，还有跟船的医护',
  voyages: '看看船期',
} as const;
