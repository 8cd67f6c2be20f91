export const wizard = {
  title: '看看可能符合哪几项',
  resumeTitle: '上次还没答完',
  doneTitle: '题都答完了',
  resumeLead: (answered: number) =>
    answered > 0 ? `上次答了 ${answered} 题，还在这部手机里。` : '上次刚开了个头，还在这部手机里。',
  resume: '接着答',
  seeResult: '看结果',
  peek: '先看看现在的结果',
  restart: '重新开始',
  restartConfirm: { title: '重新开始？', content: '前面答的会删掉。', yes: '重新开始', no: '不用' },
  next: '下一题',
  save: '改好了',
  back: '上一题',
  cancelEdit: '不改了',
  unsure: '不清楚',
  none: '以上都没有',
  yes: '是',
  no: '不是',
  pickMany: '有几样就点几样。',
  fullList: '看全部名单',
  hideList: '收起名单',
  money: '元',
  count: '人',
  progress: (at: number, left: number) => {
    if (left > 6) return `第 ${at} 题，有些题答着答着就不用问了`;
    return left > 0 ? `第 ${at} 题，最多还有 ${left} 题` : `第 ${at} 题，可能是最后一题`;
  },
  problems: {
    choose: '先点一个。拿不准，就点“不清楚”。',
    empty: '填一个数。拿不准，就点“不清楚”。',
    notMoney: '这里填钱数，比如 1200。没有就填 0。',
    notCount: '这里填整数，比如 3。',
    negative: '不能比 0 小。没有就填 0。',
    tooMuch: (max: string) => `这个数太大了，最多 ${max}。看看是不是多按了几个 0。`,
    countRange: (min: number, max: number) => `填 ${min} 到 ${max} 之间的数。`,
  },
} as const;
