import type { StreetUnit } from '@jinmen/shared/places/places';

/** What a resident reads of an application. Plain words: 受理 is 收下, 核对 is 查收入和存款, 公示 is 贴出来. */
export const reliefWords = {
  problems: {
    unreadable: '这一项没有看懂，请再填一次。',
    unknownField: '没有这一项，请更新小程序再试。',
    unknownProgramme: '没有找到这一项救助，请回到列表重新选。',
    noProgramme: '请至少选一项救助。',
    tooManyDrafts: '您还没递的表已经有 50 张了。请先接着填一张，或者把不要的删掉，再填新的。',
    yourself: '这是您自己的号码。您自己不用填在这里。',
    incomplete: '还差几项没有填好，请看下面的提示。',
    stale: '这份申请在别处改过了，您看看留哪一个。',
    submitted: '这份申请已经递出去了。',
    notSubmitted: '这份申请还没有递出去。',
    atTheStreet: '这项现在到街道办理。您填的都留着，可以给街道的人看。',
    realName: '先确认您是谁，再递申请。',
    over: '这份申请已经办完了，不能再改。',
    nothingToWithdraw: '这几项已经有结果了，撤不回来。有话要说，可以找街道，或打 12345。',
    notFoundOut: '这个数不是查来的，是您自己填的。想改，可以再申请，或者打街道电话。',
    nobodyToAsk: '这份申请您已经撤回了，街道不再看它。再申请的时候，可以一起说。',
    notRefused: '这一项没有“没批下来”的结果，不用走这一步。',
    authorisation: '请先看清楚再同意。',
    draftOnly: '已经递出去的申请不能删。想停下来，请用“撤回”。',
    kept: '这份按规定要先留着，现在还不能删。不影响您办别的事。想问为什么，请打 12345。',
  },
  now: {
    draft: '还没递出去',
    heldBack: '先留着，等前面的结果',
    submitted: (holder: string) => `正在送到${holder}`,
    routed: (holder: string) => `等${holder}收下`,
    accepted: (holder: string) => `${holder}在看材料`,
    papers: (holder: string) => `${holder}请您补材料`,
    verifying: '在查收入和存款',
    investigating: (holder: string) => `${holder}上门看过了，在商量`,
    publicised: '名单贴出来了，让邻居看',
    decided: '有结果了',
    closed: '办完了',
    paying: '批下来了，在发钱',
    withdrawn: '您撤回了',
    refusedToTake: (holder: string) => `${holder}那边没收下，我们在问`,
    notDelivered: (holder: string) => `网上没送过去，请打${holder}的电话，或去一趟`,
  },
  checkNotMade: '这次没能查收入和存款，请按申请的内容看。',
} as const;

/** 街道办事处, or the government of a town or township. */
export function officeName(district: string, { name, kind }: StreetUnit): string {
  return `${district}${name}${kind === 'subdistrict' ? '办事处' : '人民政府'}`;
}

/** Why something was not handed in, with what to do. */
export const itemWords = {
  notGranted: (others: string) => `${others}没有批下来，这一项要先有它，所以没有递。情况变了，可以再申请。`,
  grantedInstead: (others: string) => `${others}批下来了，这一项不能一起领，所以没有递。`,
} as const;

export const paperWords = {
  /** One an office asked for in words of its own. */
  another: '街道另外要的材料',
} as const;

/** The timeline: short titles, one line each. */
export const timelineWords = {
  handedIn: { title: '您递出去了', line: (number: string) => `回执号 ${number}` },
  sent: {
    done: '材料送到了',
    now: '正在送过去',
    refused: '那边的系统没收下',
    refusedLine: '不是您的问题。我们在问，您不用再递。急的话请打 12345。',
    givenUp: '这一份网上没送过去',
    givenUpLine: '不是您的问题。请打街道电话，或到街道去一趟。您填的都留着。',
  },
  accepted: { done: '收下了，开始看材料', ahead: '等那边收下' },
  papers: {
    done: '材料补齐了',
    now: '请您补材料',
    line: (papers: string, by: string) => `最晚 ${by}。要补的：${papers}`,
  },
  check: {
    done: '收入和存款查过了',
    now: '在查收入和存款',
    ahead: '查收入和存款',
    unsigned: '等您家签字，再查收入和存款',
    impossible: '这次没查成，街道会另想办法，不影响您。',
    unreadable: '查回来的数，系统没看懂，已经请人来看了。不影响您，街道接着办。',
    manyAdults: '家里还有大人没签字。谁签好了，就先查谁的。怎么签，看“家里人签字”。',
    unasked:
      '有家人是在递申请的手机上签的。街道的人要先见到他们，或者打电话问过他们，才查他们的。这一步由街道来办，您不用再跑。',
    notSigned: '您还没同意查收入和存款。可以在申请里同意，也可以到街道签字。',
  },
  visited: { done: '上门看过了', ahead: '街道上门看看' },
  publicised: { done: '名单贴出来过了', now: '名单贴出来，让邻居看', ahead: '把名单贴出来，让邻居看' },
  decided: {
    approved: (title: string) => `${title}：批下来了`,
    refused: (title: string) => `${title}：这次没批`,
    ahead: (title: string) => `${title}：等结果`,
    withdrawn: (title: string) => `${title}：您撤回了`,
    heldBack: (title: string) => `${title}：先留着`,
    notFiled: (title: string) => `${title}：没有递`,
    withdrawalTooLate: '您撤回的时候，那边已经定下来了。想问清楚，请打街道电话，或打 12345。',
    addingRefused: '那边的系统没收下这一项。我们在问，您不用再递。',
    addingGivenUp: '这一项网上没送过去，不是您的问题。请打街道电话，或到街道去一趟。',
    withdrawalGivenUp: '您撤回的话，网上没送到那边。请打街道电话说一声。',
  },
  notice: {
    bureau: '已收下，街道那边的系统暂时没有回音。我们会接着送，您不用再递。',
    unreadable: '街道那边来了消息，系统没看懂，已经请人去问了。您不用做什么。',
    means: '已收下，核对系统（查收入和存款的）暂时没有回音。我们会接着问，您不用再递。',
  },
} as const;

export const receiptWords = {
  title: '申请回执',
  from: '津门民政',
  number: '回执号',
  submitted: '递交的日子',
  applicant: '递申请的人',
  about: '为谁申请',
  filer: '代办的人',
  programmes: '申请了这些',
  papers: '要准备的材料',
  next: '接下来',
  phone: '有事打这个电话',
  holder: (holder: string) => `由${holder}看`,
  heldBack: (why = '') => `先替您留着，还没递。${why}`,
  notFiled: (why = '') => `这一项没有递。${why}`,
  due: (on: string, clock: string, expected: boolean) => `最晚 ${on}（${clock}）${expected ? '，以放假通知为准' : ''}`,
  nextSteps: [
    '街道会先看材料。缺什么，会一次说清楚。',
    '街道可能上门看看，也可能打电话。陌生的座机也请接一下。',
    '走到哪一步，在“我的申请”里都看得到。',
    '急着用钱、没饭吃、没地方住，不用等，马上打 12345，或去街道。',
  ],
  atTheStreet: (titles: string) => `${titles}，现在到街道办理，您填的都留着。`,
  noTrace: '回执上的名字只写了一部分，可以放心给别人看。',
} as const;
