import type { DeathPaper, SeaPaper } from './views';

/** What a family reads while they fill in a farewell, on the phone as in what the server answers. */
export const seaWords = {
  problems: {
    unreadable: '这一项没有看懂，请再填一次。',
    unknown: '这一项这里不用填，请返回上一页重新打开。',
    choice: '请从给出的几样里选一个。',
    tooLong: (most: number) => `写得长了些，最多 ${most} 个字。`,
    day: '日期请写成年、月、日，再看看有没有这一天。',
    dayAhead: '这个日子还没有到，请再看看。',
    crematedBeforeDeath: '火化的日子比去世的日子早，请再看看这两天。',
    diedBeforeBirth: '去世的日子比出生的日子早，请再看看日子和身份证号。',
    latestBeforeEarliest: '最晚的日子比最早的还早，请再看看这两天。',
    tooManyDays: (most: number) => `去不了的日子最多记 ${most} 天。日子多的话，请打 96456，我们记下来。`,
    farewellNumber: '一起走的那家的登记号没认出来。请照着他们登记上的那一串再填一次。',
    tooManyAboard: (most: number) =>
      `一家最多先报 ${most} 位上船。人再多，可以在岸边一起送，或者打 96456，我们来安排。`,
    tooMany: '人数多了些，请打 96456，我们来安排。',
    moreNamedThanCounted: '写了名字的比报的人数多。请先把一起去的人数改一下。',
    namedTwice: '这一位写了两遍，请留一遍。',
    paperTwice: '这一样写了两遍，请留一遍。',
    promiseDay: '打算哪天补上，请选一天。',
    promisePast: '这一天已经过去了，请另选一天。',
    seenByStaff: '这一样要等工作人员看过才算。',
    signUpPhone: '请留一个电话，日子定了好找到您。',
  },
  papers: {
    'death-certificate': '死亡证明',
    'cremation-certificate': '火化证明',
    'own-id': '您的身份证',
    kinship: '能看出您和逝者关系的一样材料',
    'proxy-letter': '请工作人员代撒的委托书',
  } satisfies Readonly<Record<SeaPaper, string>>,
  /** Of a certificate that looks different from what is usual: a doubt and never a refusal. */
  doubts: {
    early2026:
      '这一种证明从 2026\u00a0年\u00a07\u00a0月\u00a01\u00a0日起才有。手里是早些时候开的，请选另一种；也可以先这样放着。',
    number2026: '这种证明上的编号一般就是逝者的身份证号。看着不一样也不要紧，工作人员会帮您看。',
    early2014: '这一种证明是 2014\u00a0年才有的。更早的请选“别的证明”；也可以先这样放着。',
    late2014: '2026\u00a0年\u00a07\u00a0月以后开的，多半是新的一种。看看证明上的名字；也可以先这样放着。',
  },
  open: {
    deceased: '逝者的姓名和去世的日子，可以以后再补。',
    idNumber: '逝者的身份证号还没填，可以以后再补。没有也不要紧，工作人员会问您。',
    ashesPlace: '骨灰现在在哪儿，可以以后再说。',
    ashesBringer: '骨灰由谁带到船上，可以以后再说。',
    notCremated: '火化以后再定日子。火化的事可以打 96456 问。',
    kinship: '您和逝者的关系，怎么说明都行，可以以后再补。',
    kinshipWords: '您和逝者的关系，请用自己的话写几句，会有人看。',
    notYetWith: (theirs: string, own: string) =>
      `要一起走的那一家（${theirs}）还没有对上：可能登记号写得不一样，也可能那一家还没写您家的 ${own}。不急，您家照样安排；拿不准就打 96456。`,
    company: '几位一起去，可以以后再说。现在先按一位算。',
    unnamed: (count: number) => `还有 ${count} 位没写名字，开船前补上就行。`,
    crew: '有老人、孩子或身体不太好的，船上的人会先看一看怎么照应；也可以在岸边一起送。',
    promised: (paper: string, day: string) => `${paper}，您说好 ${day} 前补上。`,
    phone: '请留一个电话，日子定了好找到您。',
    differs: '家里有人想法还不一样。位置照旧给您留着，工作人员会打电话，听听各位的意思。',
  },
} as const;

/** As it is written on the paper, where it has a name. */
export const deathPaperNames: Readonly<Record<DeathPaper, string>> = {
  'certificate-2026': '《居民死亡医学证明》（2026\u00a0年\u00a07\u00a0月起）',
  'certificate-2014': '《居民死亡医学证明（推断）书》',
  cremation: '火化证明',
  other: '别的证明（更早的，或在外国开的）',
};
