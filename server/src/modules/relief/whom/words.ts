/** What a resident reads where somebody acts for somebody else. */
export const whomWords = {
  oneOfThem: '一份申请只为一位办，请选一位。',
  guardianRequired:
    '您还没满 18 岁，这件事请爸爸妈妈或者监护人在手机上替您办，也可以请他们陪您到街道。家里没有大人能办，请打 12345，会有人帮您。',
  consent: '孩子没满 14 岁，递之前还要您单独点个头。',
  waits: {
    answer: '您和这一位的关系还在查，查到就能递。填好的都留着。着急的话，带户口簿到街道。',
    paper: '还要看一样材料：请带户口簿、出生证或者法院的文书到街道，口令在“我替谁办”里。填好的都留着，看过就能递。',
    'grown-up': '这一位已经满 18 岁了，请自己递，或者在“我替谁办”里请您代办。填好的都留着。',
    gone: '“我替谁办”里没有这一位了。添回来，就能接着办。填好的都留着。',
  },
  waiting: '本人还没答应，答应了就能递。填好的都留着。不方便答应的，可以请街道打电话问。',
  otherMatter: '代办只办说好的那几项。想多办一项，请在“我替谁办”里再问一次本人。',
  used: '这次代办已经有一份申请了，请在“我的申请”里接着填。',
  notYours: '查收入和存款，要本人自己同意，别人替不了。可以请本人在自己手机上点，或者到街道签字。',
  relation: { child: '父母', ward: '监护人' },
  timeline: {
    handedIn: (filer: string) => `由${filer}代办`,
    guardian: (filer: string) => `由${filer}替递`,
  },
} as const;
