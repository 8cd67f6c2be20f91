import type { Period } from '../../kernel/civil-date';
import { documents, type SourcedLine } from './sourced-line';

export const FIRST_STEP_WHENS = ['today', 'this-week', 'can-wait'] as const;
export type FirstStepWhen = (typeof FIRST_STEP_WHENS)[number];

/** Where a step can be taken on this phone. */
export type FirstStepLeads = 'sea' | 'prices' | 'claims' | 'check';

export interface FirstStep {
  readonly code: string;
  readonly when: FirstStepWhen;
  readonly title: string;
  readonly lines: readonly SourcedLine[];
  readonly leads?: FirstStepLeads;
}

const {
  yearEnd2024,
  highlights2022,
  subsidy2025,
  ecoBurial2020,
  regulation2026,
  regulation2012,
  tonight2015,
  unknown,
  ours,
} = documents;

/** The three lines of the first day: whoever reads no further has read enough. */
export const firstDay: readonly SourcedLine[] = [
  { text: '打 96456，“送亲人、找民政”，白天夜里都有人接，会告诉您下一步。', source: yearEnd2024('D.2') },
  {
    text: '请人开死亡证明：在医院去世，医院开；在家里或别处去世，打 96456 问找谁开。',
    source: regulation2012('D.2'),
  },
  { text: '今天有这两件就够了。别的都可以等。', source: ours('D.2') },
];

/** What there is to do after a death, in the order it comes; what can wait says so. Nothing here is a duty of one day. */
export const firstSteps: readonly FirstStep[] = [
  {
    code: 'funeral-home',
    when: 'this-week',
    title: '接运、告别、火化',
    lines: [
      { text: '火化要有死亡证明。哪天、在哪个殡仪馆，打 96456 约，慢慢商量。', source: regulation2012('D.2') },
      { text: '收费要有清单，只收清单上写了的。签字以前，请他们把清单给您看。', source: regulation2026('D.2') },
    ],
    leads: 'prices',
  },
  {
    code: 'keep-papers',
    when: 'this-week',
    title: '把两样原件收好',
    lines: [{ text: '死亡证明和火化收据的原件。领补贴要用，安葬也要用。', source: subsidy2025('B.4') }],
  },
  {
    code: 'ahead-at-home',
    when: 'this-week',
    title: '撒海的手续，能在殡仪馆先办',
    lines: [
      {
        text: '想好了撒海，可以在殡仪馆问一声，手续能不能一起先办了。没想好，以后再说也一样。',
        source: highlights2022('J20'),
      },
    ],
  },
  {
    code: 'ashes',
    when: 'can-wait',
    title: '骨灰怎么安放',
    lines: [
      { text: '撒海全年都能登记。先寄存着，慢慢想，也可以。', source: tonight2015('D.1') },
      {
        text: '火化后 60 天之内选定节地生态安葬的，可能多一份补贴。怎么算，看下面“可能领到的钱”。',
        source: ecoBurial2020('B.4'),
      },
    ],
    leads: 'sea',
  },
  {
    code: 'subsidy',
    when: 'can-wait',
    title: '领丧葬补贴',
    lines: [
      { text: '火化后 6 个月之内，到逝者户口所在的街道或乡镇去办。', source: subsidy2025('B.4') },
      { text: '注销户口的证明，领这一份补贴用不着。', source: subsidy2025('B.4') },
    ],
    leads: 'claims',
  },
  {
    code: 'their-matters',
    when: 'can-wait',
    title: '亲人在这里办过的事',
    lines: [
      {
        text: '去世的消息查对属实以后，约的时间、给亲人发的消息，我们会停下来，用不着您一样一样去说。',
        source: ours('D.2'),
      },
      { text: '单位、银行、医保那边的事我们管不到，各处怎么办：待核定，可以打 12345 问。', source: unknown('D.2') },
    ],
  },
  {
    code: 'look-again',
    when: 'can-wait',
    title: '家里少了一个人，再看看能领什么',
    lines: [{ text: '收入和人口都变了，以前没对上的，现在可能对得上。什么时候看都行。', source: ours('A.10') }],
    leads: 'check',
  },
];

/** A period from the cremation, and what is open about it (J19). The dates are counted by the rules' own arithmetic. */
export interface ClaimClock {
  readonly programme: 'funeral-subsidy' | 'eco-burial-reward';
  readonly title: string;
  /** Keys of the standards it pays; the second of two only where it was in time, so at most. */
  readonly pays: readonly string[];
  readonly period: Period;
  readonly until: (day: string) => string;
  /** What must be done within the period, where no day of a cremation is known yet; none where a sum already says it. */
  readonly within?: string;
  /** Once the day is over, where that does not end all of it. */
  readonly past?: string;
  readonly open: readonly SourcedLine[];
}

/** A period as people say it: `{months: 6}` → `6 个月`. */
export function periodInWords({ months = 0, days = 0 }: Period): string {
  return [...(months > 0 ? [`${months} 个月`] : []), ...(days > 0 ? [`${days} 天`] : [])].join('零 ');
}

const SUBSIDY_PERIOD: Period = { months: 6 };
const ECO_PERIOD: Period = { days: 60 };

export const claimClocks: readonly ClaimClock[] = [
  {
    programme: 'funeral-subsidy',
    title: '丧葬补贴',
    pays: ['funeral-subsidy'],
    period: SUBSIDY_PERIOD,
    until: (day) => `从火化第二天数起，${periodInWords(SUBSIDY_PERIOD)}到 ${day}。`,
    within: `火化后 ${periodInWords(SUBSIDY_PERIOD)}之内去办。`,
    open: [{ text: '最后一天碰上放假的，能不能顺延，由街道核定。', source: unknown('B.4') }],
  },
  {
    programme: 'eco-burial-reward',
    title: '节地生态安葬的奖励和补贴',
    pays: ['eco-burial-reward', 'eco-burial-service-subsidy'],
    period: ECO_PERIOD,
    until: (day) => `后面那一份，从火化第二天数起，${periodInWords(ECO_PERIOD)}到 ${day}。`,
    past: '这一天只管后面那一份。前面一次发的不看这一天，照样可以去问。后面那一份能不能补办，由街道核定，请打 96456 问。',
    open: [
      { text: '60 天算到报名那天，还是算到安葬那天：待核定，请打 96456 问。', source: unknown('J19') },
      { text: '能不能和丧葬补贴一起领：待核定，请打 96456 问。', source: unknown('J19') },
    ],
  },
];
