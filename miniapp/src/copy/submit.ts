import { wholeTerms } from '@jinmen/shared/kernel/day-words';

const listed = (titles: readonly string[]) => titles.join('、');

/** The last look, and handing in. */
export const reviewWords = {
  title: '看一遍，再递上去',
  titleStreet: '看一遍，带到街道去',
  lead: '您填的都在下面。哪里不对，点“改一改”。',
  gaps: {
    title: (count: number) => `还差 ${count} 处`,
    lead: '点哪一处，就去填哪一处。',
    goOn: '接着填',
  },
  unsaved: '还有刚填的没存上。存好了，才能递。',
  clashing: '先定好上面那几处用哪一个，再递。',
  people: (listed: number, said: number, guardian: boolean) =>
    guardian
      ? `前面写了 ${listed} 位一起过日子的人，加上您替着办的这位和您，一共 ${listed + 2} 口。“几口人”那里填的是 ${said} 口。请看看哪个对。`
      : listed === 0
        ? `前面点的是只有您一个人，“几口人”那里填的是 ${said} 口。请看看哪个对。`
        : `前面写了 ${listed} 位一起过日子的人，加上您是 ${listed + 1} 口。“几口人”那里填的是 ${said} 口。请看看哪个对。`,
  where: {
    title: '递到哪里去',
    street: (street: string) => `递给${street}。`,
    noStreet: '递给您住的街道或镇。',
    ofDeceased: (titles: readonly string[], street: string) => `${listed(titles)}递给${street}：去世的亲人户口在那里。`,
    noStreetOfDeceased: (titles: readonly string[]) =>
      `${listed(titles)}该由去世的亲人户口所在的街道或镇办。那是哪里还没填，先递给您住的街道或镇。请回前面填上。`,
    now: (titles: readonly string[]) => `现在就递：${listed(titles)}`,
    sent: '您填的和一起过日子的人的名字、身份证号，街道和区民政部门看得到，只用来办这几项。',
    held: (title: string, others: readonly string[]) =>
      `${title}先替您留着。${others.join('或')}批下来，我们就接着递，不用您再填。`,
    behind: (title: string, others: readonly string[]) =>
      `${title}先替您留着。${listed(others)}没批下来，我们就接着递这一项，不用您再填。`,
    atStreet: (titles: readonly string[]) =>
      `${listed(titles)}：这项现在到街道办理，还不能在网上递。带上身份证，到您住的街道或镇去办。`,
    atStreetOfDeceased: (titles: readonly string[]) =>
      `${listed(titles)}：这项现在到街道办理，还不能在网上递。带上身份证，到去世的亲人户口所在的街道或镇去办。`,
    toStreet: '看看去街道怎么办',
    nothing: '这几项都要到街道办，在这里递不了。您填的可以给街道的人看着办。',
  },
  name: {
    title: '先认一下您是谁',
    line: '街道办事要用您的真名和身份证号。只认这一次。',
    go: '去确认是我本人',
    unread: '还没取到您是谁，有网了再往下走。填的都还在。',
    again: '再试一次',
    known: (name: string, idNumber: string) => `递的人：${name}，${idNumber}`,
  },
  consent: { title: '几件事要您同意' },
  authorise: {
    title: '签字，让街道查收入和存款',
    lines: [
      '签了字，我们才能请区里的人去查收入和存款。',
      '查什么：工资、社保、公积金、纳税、存款、证券、商业保险、房子、车、开没开公司。',
      '查的是您自己名下的。家里别的大人，各签各的。',
      '只用在这次申请。您随时可以收回，收回以后就不再查。',
    ],
    sign: (name: string) => `我是${name}，我同意`,
    signPlain: '我同意，签上我的名字',
    signing: '正在签…',
    street: '先不签，到街道签',
    signed: '签好了。想收回，在“我的”的“我同意的事”里。',
    atStreet: '好，到街道再签。签字以前，街道收下材料后会等着您。',
    reconsider: '还是现在签',
    kept: '没有网，还没签上。有网了请再点一下。',
    keptPerhaps: '网断了，签没签上还不知道。再点一下，点几次都只算一次。',
  },
  submit: '递上去',
  again: '再递一次',
  submitting: '正在递…',
  kept: '现在没网，先存在手机里，还没有递。网好了，点一下“递上去”就递。',
  keptPerhaps: '网断了，递没递到还不知道。网好了再点一下，点几次都只算一次。',
  promise: '递上去以后不能再改。要补材料，街道会一次告诉您。',
} as const;

/** The receipt. */
export const doneWords = {
  title: '递上去了',
  lead: '街道收下以后，会在这里告诉您每一步到哪儿了、最晚哪天。',
  number: '回执号',
  at: (when: string) => `${when} 递的`,
  who: (name: string) => `递的人：${name}`,
  helped: (applicant: string, filer: string) => `为${applicant}申请的，代办的人：${filer}`,
  programmes: '递了哪几项，在谁手里',
  holder: (holder: string) => `在${holder}手里`,
  due: (day: string, clock: string) => `收下以后最晚 ${day} 有结果（${wholeTerms(clock)}）`,
  expected: '这是预计的日子，以放假通知为准。',
  next: '接下来',
  papers: '手边备好这些',
  pdf: '打开回执，能存能打印',
  pdfOpening: '正在打开…',
  pdfProblems: {
    offline: '现在没网，打不开。回执号记着就行，有网了再开。',
    'signed-out': '登录以后才能打开。',
    failed: '这会儿打不开。回执号记着就行，过一会儿再试。',
  },
  timeline: '看办到哪一步了',
  all: '看我的申请',
  ask: '想问，打这个电话',
  loading: '正在取回执…',
  missing: '回执还没取来。您递的已经收到了。',
  retry: '再取一次',
} as const;
