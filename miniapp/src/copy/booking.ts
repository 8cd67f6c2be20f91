/** The tab of bookings: what is next, where to begin, and where the nearest days are. */
export const booking = {
  title: '预约',
  signedOut: '登录以后，您约好的都在这里，没网也能打开。',
  signIn: '登录',
  none: '您现在没有预约。',
  stale: (time: string) => `没网，看的是 ${time} 的内容。`,
  old: (time: string) => `这次没取到新的，看的是 ${time} 的内容。`,
  next: {
    title: '下一个预约',
    open: '打开预约单',
    states: {
      held: '先留着，还没约定',
      'pending-partner': '等另一位确认',
      'pending-bureau': '等登记处回话',
      confirmed: '约好了',
      displaced: '要换个时间',
    },
    /** For what has to be done, in place of opening the pass. */
    acts: { held: '接着办', 'pending-partner': '看看确认了没有', displaced: '去换个时间', change: '看看改的时间' },
    all: (count: number) => `看全部 ${count} 个预约`,
    mine: '我的预约',
    number: (number: string) => `预约号 ${number}`,
  },
  doors: {
    marriage: { title: '结婚登记', line: '挑地方、挑日子，两个人一起来' },
    others: { title: '补领、离婚、婚姻家庭辅导', line: '看去哪里办、哪天有号' },
    waitlist: { title: '等空出来的号', line: '排在第几，空出来告诉您' },
    funeral: { title: '骨灰撒海', line: '看船期，或者先登记等安排' },
    elder: { title: '助餐、上门看望', line: '网上预约还没开放，看现在怎么问' },
  },
  near: {
    title: '有空号的最近日子',
    line: '结婚登记。数字随时在变，点开看最新的。',
    none: '眼下各处都没有空号。可以看看下个月的，或者等空出来的号。',
    byDay: '看整月的',
  },
} as const;
