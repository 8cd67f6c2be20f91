/** On the timeline: figures that are said to be wrong, what is looked at again, what is handed in elsewhere. */
export const refusalSteps = {
  said: '您说一个数不对',
  about: (label: string) => `说的是：${label}`,
  asked: '等那边再看一遍',
  corrected: '那个数改过来了',
  stays: '看过了，数不变',
  why: (why: string) => `原因：${why}`,
  reopened: (title: string) => `${title}：重新在看`,
  reconsideration: (title: string) => `${title}：您申请了行政复议`,
  lawsuit: (title: string) => `${title}：您去法院起诉了`,
  handedIn: (day: string) => `您说是 ${day}递的。`,
} as const;
