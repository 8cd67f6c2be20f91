/** For somebody whose matters were stopped because a register was wrong. */
export const stoppedWords = {
  title: '停错的事',
  lead: '登记的地方写错了，有几件事给您停了。是我们这边的错，对不住您。',
  loading: '正在取…',
  restored: '恢复了',
  again: '要再办一次',
  whats: {
    booking: '约的时间',
    waiting: '排队等号',
    relief: '在办或在领的救助',
    mandate: '托人代办',
    messages: '发给您的消息',
  },
  none: '正在一件一件恢复，过几分钟再来看。',
  help: '哪一件办不回来，打 12345 说“停错了”，会有人接着办。',
} as const;
