/** `低保、临时救助`. */
const listed = (titles: readonly string[]) => titles.join('、');

/** Choosing what to apply for. */
export const chooseWords = {
  title: '要申请哪几项？',
  lead: '点好以后填一张表，一起递上去。同样的问题只问一次。',
  suggested: '按您答的，可以一起申请',
  wanted: '您要申请的',
  others: '其他的，也可以加上',
  all: '都在这里，点您要申请的',
  checkFirst: '拿不准，先答几个问题',
  showOthers: '再看看其他的',
  hideOthers: '收起其他的',
  start: (count: number) => (count > 1 ? `填一张表，${count} 项一起递` : '填表申请'),
  starting: '正在准备表…',
  none: '先点一项。',
  promises: ['先填一半也行，替您存着，回头接着填。', '您点“递上去”以前，街道看不到您填的。'],
  both: (why: string) => `${why}两项都点也行，街道会按规定留一项。`,
  held: {
    approved: (title: string, others: readonly string[]) =>
      `${title}要等${others.join('或')}批下来才办。可以一起填，先替您留着，批下来就接着递。`,
    'not-approved': (title: string, others: readonly string[]) =>
      `${title}和${listed(others)}只能要一样，先递${listed(others)}。没批下来，就接着递${title}。`,
  },
  draft: {
    title: (count: number) => `您有 ${count} 张还没递的表`,
    named: (titles: readonly string[], whom?: string) => (whom === undefined ? '' : `为${whom}：`) + listed(titles),
    line: (when: string) => `${when} 存的，点开接着填`,
    all: '看我的申请',
  },
  street: '想去街道当面办',
} as const;

/** The form. */
export const formWords = {
  title: '填表',
  /** How many of them can be handed in here, and how many only at the street. */
  heading: (here: number, street: number) => {
    if (here === 0) return '先填好，带到街道去办';
    if (street > 0) return `一张表，递 ${here} 项，${street} 项到街道办`;
    return here > 1 ? `一张表，${here} 项一起递` : '填表申请';
  },
  for: (titles: readonly string[]) => `申请：${listed(titles)}`,
  sections: (at: number, all: number) => `第 ${at} 部分，一共 ${all} 部分`,
  next: '下一部分',
  previous: '上一部分',
  review: '填好了，看一遍',
  neededBy: (titles: readonly string[]) => `${listed(titles)}要用`,
  optional: '不填也行',
  found: (office: string) => `从${office}查到`,
  change: '改一改',
  changeNamed: (label: string) => `改一改：${label}`,
  private: '填的都加密存着。您点“递上去”以前，街道看不到。',
  saved: (time: string | undefined) =>
    `已经替您存好了，随时可以回来接着填。${time === undefined ? '' : `${time} 存的。`}`,
  saving: '正在替您存…',
  savedHere: '现在没网，先加密存在这部手机里。有网了自动存到您名下。',
  savedInMemory: '现在没网，这部手机又不能加密存。有网以前，请先别关掉。',
  saveFailed: '这会儿没存上，填的还在这部手机里，过一会儿自动再存。',
  signedOut: '登录过期了。填的还在，登录一下就接着存。',
  signIn: '登录，接着填',
  filter: '打字找街道，比如“西营门”',
  filterClear: '清掉',
  filterNone: '没有找到这个街道或镇。换个字，或者只打一个字试试。',
  filterMore: '还有一些没列出来，多打一个字就能找到。',
  half: '这里填了一半。',
  notFilled: '还没填',
  unsure: { show: (count: number) => `还有 ${count} 题选了“不清楚”，点开看`, hide: '收起“不清楚”的' },
  prefill: {
    title: '前面答过的，填进来？',
    line: (count: number) => `您前面答过的 ${count} 题，和这张表上问的一样。填进来就存到您名下，和这张表在一起。`,
    yes: '填进来',
    no: '不用，我自己填',
    done: (count: number) => `填进来了 ${count} 题，每一题都可以改。`,
  },
  clash: {
    title: '两部手机填的不一样',
    lead: '这几处，另一部手机也改过。请您定用哪一个，选好了才存。',
    mine: '这部手机',
    theirs: '另一部手机',
    newer: '后填的',
    when: (who: string, time: string, newer: boolean) => `${who}，${time}${newer ? '，后填的' : ''}`,
    nothing: '没有填',
  },
  notFound: '没有找到这张表，可能已经删了，或者是在别的微信上填的。',
  handedBack: '代办停了，这一件往后由本人自己办，您这里看不到了。已经存好的都留给本人，没有丢。',
  all: '看我的申请',
  retry: '再试一次',
  orCall: '着急的话，打 12345 问也行。',
  submitted: '这张表已经递上去了，不能再改。',
  seeCase: '看办到哪一步了',
  loading: '正在打开…',
} as const;

/** The people one lives with. */
export const memberWords = {
  title: '一起过日子的人',
  none: '还没有写。',
  onlyMe: '只有我一个人',
  alone: '只有我一个人',
  one: (name: string, relation: string) => `${name}（${relation}）`,
  write: '一位一位写',
  change: '改一改',
  person: (at: number) => `第 ${at} 位`,
  add: '加一位',
  name: '姓名',
  nameHelp: '和身份证上一样，名字中间的点“·”也写上。',
  idNumber: '身份证号',
  idNumberHelp: '孩子还没办身份证，号码在户口本上。',
  relation: '这位是您的什么人',
  relations: {
    spouse: '爱人',
    child: '孩子',
    parent: '父亲或母亲',
    grandparent: '爷爷奶奶、姥姥姥爷',
    grandchild: '孙子孙女、外孙外孙女',
    sibling: '兄弟姐妹',
    other: '其他人',
  },
  keep: '写好这一位',
  cancel: '先不写这一位',
  cancelChange: '不改了',
  changeOne: '改一改',
  changeNamed: (name: string) => `改${name}`,
  twice: '这个号码前面写过了，请再看看。',
  relationMissing: '点一下，这位是您的什么人。',
  remove: '去掉',
  removeNamed: (name: string) => `去掉${name}`,
  removed: (name: string) => `去掉了${name}。`,
  undo: '点错了，加回来',
  done: '都写好了',
} as const;
