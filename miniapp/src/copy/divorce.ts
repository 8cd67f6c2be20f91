/** The guide, divorce in two steps, and counselling. Plain, and in nobody's way. What the law says is shared data. */
export const guideWords = {
  title: '怎么办、带什么',
  start: '挑个地方和时间',
  divorce: '离婚登记怎么办',
  replacement: '结婚证、离婚证补领',
  counselling: '婚姻家庭辅导',
  free: '登记一分钱也不收。谁跟您收钱，打 12345 说一声。',
} as const;

export const divorceWords = {
  title: '离婚登记',
  lead: '分两步，中间隔 30 天。哪一步都不用急，都可以再想想。',
  loading: '正在取您的日子…',
  signedOut: '递过第一步的，登录以后这里能看到您的几个日子。',
  signIn: '登录',
  mine: '您的日子',
  expected: '有一天落在还没公布放假安排的年份，是预计的，以放假通知为准。',
  site: (name: string) => `两步都在${name}办。`,
  piers: {
    label: '离婚登记走到哪一步了',
    done: '办过了',
    now: '现在',
    ahead: '后面',
    stopped: '停在这里',
    received: { title: '第一步：登记处收下了申请', line: (day: string) => `${day}收下的。` },
    cooling: {
      title: '30 天，两个人都可以改主意',
      line: (day: string) => `到 ${day}为止。收下那天不算，从第二天数起。`,
    },
    collect: {
      title: '第二步：领离婚证',
      line: (from: string, until: string) => `${from}到 ${until}，两个人一起去。`,
      late: '过了这些天没有去，就当作收回了申请。',
    },
  },
  states: {
    cooling: '现在还在前 30 天里。',
    ready: '现在可以去领证了，先约个时间也行。改主意了，不去就好，过了这些天就当作收回。',
    withdrawn: '申请已经收回了，两个人的婚姻照旧。',
    done: '离婚证已经领了。',
    lapsed: '领证的 30 天过了，就当作收回了申请。还想办，从第一步重新来。',
  },
  second: '约第二步的时间',
  secondLine: '只能约在这些天里、收下申请的这一处。',
  first: '约第一步的时间',
  firstLine: '第一步在哪一处登记处递都行。递在哪里，第二步还到哪里。',
  bring: { title: '第一步带什么', second: '第二步带什么' },
  again: '从第一步重新约',
  think: { title: '还想再想想', line: '有人愿意听您说，也帮着两个人坐下来谈。来不来都由您。', go: '看看婚姻家庭辅导' },
} as const;

export const counsellingWords = {
  title: '婚姻家庭辅导',
  lead: '心里有事，有人听您说。不评理，也不替您做主。',
  along: {
    title: '领证那天也可以来',
    line: '结婚登记、离婚登记的前后都可以另约，和登记的号两不耽误。',
  },
  bring: '带什么',
  choose: '挑个地方和时间',
  now: '现在就难受，或者有危险',
  nowLine: '有人打您、吓您，先打 110。想找人说说，打 12345。',
} as const;
