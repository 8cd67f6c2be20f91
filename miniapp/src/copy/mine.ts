export const mine = {
  title: '我的',
  elder: { title: '大字版', line: '字更大，按钮更大。只记在这部手机里。' },
  kept: {
    title: '这部手机里存了什么',
    none: '没有存您家的情况。',
    answers: (count: number) => `${count > 0 ? `您答过的 ${count} 道题` : '您刚选的和填了一半的'}，只存在这部手机里。`,
    results: '留着的结果',
    resultsLine: (count: number) => `${count} 份，加密存着。点开可以看，也可以一份一份删。`,
    unreadable: '以前留着的结果，这部手机打不开了。可以点“都删掉”。',
    clear: '都删掉',
    confirm: {
      title: '都删掉？',
      answers: '答过的题会删掉，以后要重新答。',
      results: (count: number) => `留着的 ${count} 份结果也会一起删掉。`,
      broken: '打不开的那些结果会一起删掉。',
      yes: '删掉',
      no: '留着',
    },
    stuck: '这部手机没让删。请再试一次，或者在微信里删掉这个小程序。',
    cleared: '已经删掉了。',
  },
  more: {
    title: '其他',
    about: '关于和依据',
    aboutLine: '规则版本、标准日期、隐私',
    urgent: '遇到急事、难事',
    urgentLine: '急救、报警、求助电话',
  },
} as const;

export const about = {
  title: '关于和依据',
  what: '这个小程序帮您先看看家里可能符合哪些救助和补贴。最后由街道和区民政局核定，以他们的书面决定为准。',
  rules: '规则版本',
  standards: '标准日期',
  asOf: (day: string) => `按 ${day} 的标准算`,
  origin: {
    fresh: '刚从民政的服务器取来',
    cached: '上次取来的，存在这部手机里',
    bundled: '随这个版本带来的',
  },
  privacy: {
    title: '您的隐私',
    lines: [
      '看看可能符合哪几项，不用登录，也不用填名字和证件号。',
      '您答的题只存在这部手机里。要请服务器帮着看，会先问您，您点了才发。',
      '您点了“留在这部手机里”的结果，加密存着。',
      '在“我的”里可以随时删掉。',
    ],
  },
} as const;
