import type { AmountRange, Assessment, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import { keep } from '../../copy/keep';
import { result } from '../../copy/result';
import { dayInWords, dayOf, shanghaiTime } from '../../platform/clock';
import type { KeptResult, KeptVerdict } from '../../state/kept-result';
import { amountInWords } from './figures';
import type { Interview } from './interview';
import { titleOf } from './programme-title';
import { emptyCatalogue } from './served/served-catalogue';
import { servedTitle } from './served/served-view';
import { inOrder } from './verdict-view';

type Answers = Pick<Interview, 'facts' | 'asked' | 'doors'>;

/** What is kept of a result: the answers it rests on, and what was said to them. */
export function toKeep(
  { facts, asked, doors }: Answers,
  { asOf, rulesVersion, verdicts }: Assessment,
  nowMs: number,
  catalogue = emptyCatalogue,
): KeptResult {
  return {
    id: nowMs.toString(36),
    keptAtMs: nowMs,
    asOf,
    rulesVersion,
    facts,
    asked,
    doors,
    verdicts: verdicts.map(({ programme, verdict, amount }) => ({
      programme,
      title: servedTitle(programme, catalogue),
      verdict,
      ...(amount && { amount }),
    })),
  };
}

/** Whether this very result, on this day by these rules, is among the kept ones. */
export function isKept(results: readonly KeptResult[], { facts, doors }: Answers, assessment: Assessment): boolean {
  const told = JSON.stringify([facts, doors]);
  return results.some(
    (kept) =>
      kept.asOf === assessment.asOf &&
      kept.rulesVersion === assessment.rulesVersion &&
      JSON.stringify([kept.facts, kept.doors]) === told,
  );
}

/** `2026 年 11 月 24 日 14:05`. */
export function keptWhen({ keptAtMs }: KeptResult): string {
  const [time = ''] = shanghaiTime(keptAtMs).split(' ').slice(-1);
  return `${dayInWords(dayOf(keptAtMs))} ${time}`;
}

/** What there was to hope for, in one line. */
export function keptInShort({ verdicts }: KeptResult): string {
  const count = (code: VerdictCode) => verdicts.filter(({ verdict }) => verdict === code).length;
  const parts = [
    count('likely') > 0 && keep.list.likely(count('likely')),
    count('needs-review') > 0 && keep.list.review(count('needs-review')),
    count('need-facts') > 0 && keep.list.open(count('need-facts')),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('，') : keep.list.neither;
}

/** One programme as it was judged then, and as it is judged now where that is another answer. */
export interface ThenAndNow {
  readonly programme: string;
  readonly title: string;
  /** `undefined` for one that came since. */
  readonly once: JudgedOnce | undefined;
  /** `gone`: no longer among the programmes; `undefined`: the same as then. */
  readonly now: JudgedOnce | 'gone' | undefined;
}

export interface JudgedOnce {
  readonly verdict: VerdictCode;
  readonly amount: string | undefined;
}

/** Every programme of then, the best news first, and those that came since and may fit; `now` is absent where nothing is compared. */
export function thenAndNow({ verdicts }: KeptResult, now: Assessment | undefined): readonly ThenAndNow[] {
  const known = new Set(verdicts.map(({ programme }) => programme));
  const since = now?.verdicts.filter(({ programme, verdict }) => !known.has(programme) && verdict !== 'unlikely') ?? [];
  return [
    ...inOrder(verdicts).map((kept) => {
      const { programme, title } = kept;
      return { programme, title, once: judged(kept), now: changeOf(kept, now) };
    }),
    ...since.map((verdict) => {
      const { programme } = verdict;
      return { programme, title: titleOf(programme), once: undefined, now: judged(verdict) };
    }),
  ];
}

function changeOf(kept: KeptVerdict, now: Assessment | undefined): ThenAndNow['now'] {
  if (now === undefined) return undefined;
  const verdict = now.verdicts.find(({ programme }) => programme === kept.programme);
  if (verdict === undefined) return 'gone';
  const [once, today] = [judged(kept), judged(verdict)];
  return once.verdict === today.verdict && once.amount === today.amount ? undefined : today;
}

function judged({ verdict, amount }: { verdict: VerdictCode; amount?: AmountRange }): JudgedOnce {
  return { verdict, amount: verdict === 'unlikely' ? undefined : amount && amountLine(amount) };
}

function amountLine(amount: AmountRange): string {
  const figure = amountInWords(amount);
  return figure === undefined ? result.amountUnknown : result.amount(amount.text, figure);
}
