/** The library of what there is: looking for it, what was found, and what is explained here and asked for elsewhere. */
export const libraryWords = {
  pageTitle: '找一找',
  lead: '说说难处就行。打拼音、打每个字的头一个字母，也能找。',
  field: '找什么',
  placeholder: '比如：看病没钱',
  clear: '清空',
  found: (count: number) => `找到 ${count} 项`,
  alike: '没有一样的说法。您看看，是不是这几项？',
  because: {
    formalName: (text: string) => `也叫“${text}”`,
    word: (text: string) => `常有人说“${text}”`,
  },
  none: (typed: string) => `没找到“${typed}”。`,
  noneNext: '换个短一点的说法试试，比如“残疾”“老人”。也可以打电话，有人帮您找。',
  check: '看看可能符合哪几项',
  everything: '找别的',
  guides: '还有这些帮扶',
  guidesLine: '这几项不在这里递交，里面写着去问谁。',
} as const;

export const guidePage = {
  pageTitle: '这是什么',
  what: '是怎么回事',
  unknown: '还没查到的',
  ask: '去问谁',
  elsewhere: '这一项不在这里递交。',
  related: '可以在这里看的',
  check: '看看家里可能符合哪几项',
  notFound: '没有找到这一项。',
} as const;
