/** The names of the pages about a farewell, in the bar above each. */
export const funeralTitles = {
  start: '送别亲人',
  prices: '都收多少钱',
  course: '撒海那天怎么走',
  certificate: '送别的证明',
  change: '换个日子',
  memory: '留在这里的话',
  passes: '上船的码',
  voyages: '海之眠的船期',
} as const;
