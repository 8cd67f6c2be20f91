/** How a day is chosen. */
export const dates = {
  year: '年',
  month: '月',
  date: '日',
  /** A reader hears the question before it. */
  part: (question: string, part: string) => `${question}，${part}`,
  none: '还没选好',
  choose: '点这里选日子',
  change: '点这里改日子',
  problems: {
    empty: '先选一个日子。拿不准，就点“不清楚”。',
    unfinished: '年、月、日都要选。拿不准，就点“不清楚”。',
  },
} as const;
