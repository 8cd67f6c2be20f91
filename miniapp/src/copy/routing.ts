/** Where a case is, who decides it, what is late, and where the hukou is. */
export const routingWords = {
  path: {
    title: '这件事走过哪里',
    now: '现在在这里',
    since: (when: string) => `从 ${when} 起`,
    why: (why: string) => `为什么转过来：${why}`,
    go: '转给谁，该办完的日子都照算，您不用再递。',
  },
  decides: (office: string) => `最后由${office}定。`,
  late: {
    told: (whom: string, day: string) => `${day}，我们提醒了${whom}。`,
    word: (from: string, day: string, text: string) => `${from} ${day}回话：${text}`,
    none: '还没有回话。有了会在这里告诉您。',
  },
  hukou: {
    here: '和住的地方一样',
    city: '在天津，别的街道或乡镇',
    outside: '在外地',
    unsure: '不清楚',
    outsideLine: '户口在外地也能在这里递。要由户口那边定的，替您转过去，您不用跑。',
  },
} as const;
