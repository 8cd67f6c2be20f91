/** Beside what this phone keeps and cannot open at this moment. */
export const shutWords = {
  again: '再打开试试',
  trying: '正在打开…',
  still: '这次还没打开。关掉小程序过一会儿再来，多半就好了。一直打不开，可以在“我的”里清掉。',
} as const;
