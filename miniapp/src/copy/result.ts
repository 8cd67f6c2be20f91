import type { Outcome, VerdictCode } from '@jinmen/shared/eligibility/assessment';

/** After Han: with a space where it begins with a digit. */
const apart = (figure: string) => (/^\d/.test(figure) ? ` ${figure}` : figure);

export const result = {
  pageTitle: '初步看看的结果',
  title: {
    likely: (count: number) => `您家可能符合 ${count} 项`,
    both: (likely: number, review: number) => `您家可能符合 ${likely} 项，另有 ${review} 项要街道核定`,
    review: (count: number) => `有 ${count} 项要街道核定`,
    needFacts: '还差几题，才看得出来',
    none: '这次都没对上',
  },
  lead: '这只是先看看，不是决定。最后由街道和区民政局核定。',
  leadNone: '规定里这次没对上，也还有别的路。家里突然遇到难处，可以看看急难救助；也可以打 12345，请社区上门看看。',
  settled: (settled: number, open: number) => {
    if (open === 0) return '每一项都有眉目了，还有几题能看得更清楚。';
    return settled > 0 ? `已经看出 ${settled} 项，还有 ${open} 项要接着答才知道。` : `有 ${open} 项，要接着答才知道。`;
  },
  badge: {
    likely: '可能符合',
    'needs-review': '要街道核定',
    'need-facts': '还差几题',
    unlikely: '这次没对上',
  } satisfies Record<VerdictCode, string>,
  outcome: {
    yes: '对得上',
    no: '没对上',
    missing: '还没问',
    review: '由街道核定',
  } satisfies Record<Outcome, string>,
  idle: '这一条不影响这次的结果。',
  line: (figure: string) => `标准 ${figure}`,
  lastDay: (day: string) => `最后一天是 ${day}`,
  atLeast: (figure: string) => `至少 ${figure}`,
  atMost: (figure: string) => `最多 ${figure}`,
  between: (from: string, to: string) => `${from} 到 ${to}`,
  higher: (figure: string) => `高了 ${figure}`,
  lower: (figure: string) => `低了 ${figure}`,
  why: {
    allYes: '您说的情况都对得上。',
    matches: (what: string) => `${what}，对得上`,
    byStreet: (what: readonly string[]) => `${what.join('、')}由街道核定`,
    notMatched: (clause: string) => `要对上这一条，这次没对上：“${clause}”`,
    clause: (text: string, figures?: string) => `“${text}”${figures === undefined ? '' : `（${figures}）`}`,
    unclear: (what: readonly string[]) => `您选了“不清楚”的（${what.join('、')}），由街道帮您看`,
    missing: (what: readonly string[], count: number) =>
      `还差 ${count} 题：${what.join('、')}${count > what.length ? '等' : ''}`,
  },
  amount: (text: string, figure: string) => `要是批下来：${text}${apart(figure)}`,
  amountUnknown: '要是批下来给多少，由街道核定。',
  clauses: '一条一条看',
  hideClauses: '收起',
  how: '怎么办、带什么',
  answerMore: '接着答剩下的题',
  apply: {
    title: '接下来',
    line: '在这里填一张表，几项一起递。答过的可以填进去，不用再答。',
    action: '一起申请',
    street: '去街道当面办',
  },
  notAsked: {
    title: '还没问的',
    lead: '这几件您这次没选。想看的话，接着答几题就行。',
    action: '这件也看看',
    gently: '有几件事怕让您难受，没有直接问。愿意说的话，也许还能多看几项；不说也没关系。',
    gentleAction: '我愿意说',
    behind: (programmes: readonly string[]) => `${programmes.join('、')}`,
  },
  answers: { title: '您的回答', lead: '哪一题答错了，点一下就能改。' },
  restart: '重新开始',
  urgent: '遇到急事，先看这里',
  basis: (asOf: string, rulesVersion: string) => `按 ${asOf}的标准算 · 规则版本 ${rulesVersion}`,
  origin: {
    cached: (time: string) => `没连上服务器，用的是 ${time} 取来的标准。`,
    bundled: '还没连上服务器，用的是这个版本自带的标准。',
    offline: (time: string) => `现在没有网，用的是 ${time} 取来的标准。`,
    offlineBundled: '现在没有网，用的是这个版本自带的标准。',
  },
  notKept: '这部手机没让存，关掉以后要重新答。',
} as const;

export const programmePage = {
  pageTitle: '这一项怎么办',
  apply: '申请这一项',
  who: '给谁的',
  howMuch: '现在的标准',
  papers: '带什么',
  where: '去哪儿办',
  howLong: '多久',
  phone: '打电话问',
  rule: '规定是怎么写的',
  ruleLead: '一条一条列在这里。有的规定写了几种情况，对上一种就行。',
  unknown: '给多少：待核定。',
  paysNothing: '这一项的规定里没有写发多少钱。',
  yourAnswers: '按您答的题看',
  check: '看看我家可能符合吗',
  notFound: '没有找到这一项。',
  over: (what: string, figure: string) => `${what}：现在多少待核定。最近查到的是${apart(figure)}。`,
  since: (from: string) => `${from}起`,
  until: (from: string, to: string) => `${from} 到 ${to}`,
} as const;
