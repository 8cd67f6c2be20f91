export const noticeWords = {
  title: '消息',
  unread: '没看过',
  none: '现在没有消息。',
  noneNext: '递了申请、约了时间以后，每走一步都会写在这里。',
  more: '再看早一些的',
  moreWorking: '正在取…',
  offline: (when: string) => `现在没有网，看的是 ${when} 的内容。`,
  old: (when: string) => `这次没取到新的，看的是 ${when} 的内容。`,
  read: (title: string) => `没看过，${title}`,
} as const;

export const messageOffer = {
  title: '办到下一步，微信上告诉您',
  line: '点一下，微信会问您要不要收。每点一次，能收一次。不收也能办，进展都写在“消息”里。',
  first: '头一次要先问您：',
  ask: '微信上告诉我',
  agreeAndAsk: '同意，微信上告诉我',
  asked: '好，办到下一步就在微信上告诉您。',
  refused: '好，先不发。',
  wayBack: '想收微信消息，到“我同意的事”里改。',
  toConsents: '去“我同意的事”',
  failed: '这次没有设好，不影响办事。过一会儿可以再点一次。',
} as const;
