/** The first screen of the questions, and the way back to it. The doors' own words stand in shared `facts/doors.ts`. */
export const doorWords = {
  title: '您想看看哪些事？',
  lead: '点一件或几件。没点的，这次就不问。',
  gently: '下面的事，愿意说再点，不点也没关系。',
  lines: [
    '大约 3 分钟，不用登录，也不会留下名字。',
    '您答的只存在这部手机里。要发给谁，会先问您。',
    '不清楚也没关系，选“不清楚”，后面有人帮您看。',
    '最后由街道核定，这里只是先看看。',
  ],
  start: '开始',
  change: '换个话题，或再加一件事',
  changeTitle: '还想看看哪些事？',
  changeLead: '前面答过的都留着。',
  changed: '接着答',
  cancel: '先不改',
  problem: '先点一件想看的事。',
} as const;
