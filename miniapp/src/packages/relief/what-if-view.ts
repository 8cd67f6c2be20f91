import type { ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import type { Change, Effect, Turn } from '@jinmen/shared/eligibility/what-if';
import { yuan } from '@jinmen/shared/kernel/money';
import { result } from '../../copy/result';
import { whatIf as words } from '../../copy/what-if';
import type { PillTone } from '../../ui/pill';
import { amountInWords } from './figures';

/** One programme that would change, as it is now and as it would be after. */
export interface EffectView {
  readonly code: string;
  readonly title: string;
  readonly badge: string;
  readonly tone: PillTone;
  /** What the sums are, e.g. `每户每月补差额`. */
  readonly what: string | undefined;
  readonly now: string;
  readonly after: string;
  readonly line: string;
}

export interface WhatIfView {
  readonly changed: readonly EffectView[];
  /** Whole lines: what is not touched, what still needs answers. */
  readonly lines: readonly string[];
  readonly unanswered: boolean;
}

type Named = readonly Pick<Programme, 'code' | 'title'>[];
type Told = Exclude<Change['kind'], 'stays' | 'unknown'> | 'unpublished' | 'unclear';

const TONE: Readonly<Record<Told, PillTone>> = {
  less: 'warn',
  more: 'success',
  ends: 'warn',
  begins: 'success',
  follows: 'soft',
  unpublished: 'soft',
  unclear: 'soft',
};

/** Only of programmes a resident has some hope of, now or after. */
export function whatIfView(effects: readonly Effect[], programmes: Named): WhatIfView {
  const hoped = effects.filter(({ before, after }) => [before, after].some(({ verdict }) => verdict !== 'unlikely'));
  const titles = (of: readonly Effect[]) => of.map(({ programme }) => titleOf(programme, programmes));
  const same = hoped.filter(({ change, after }) => change.kind === 'stays' && after.verdict !== 'need-facts');
  const open = hoped.filter(isUnanswered);
  const changed = hoped.flatMap((effect) => (isUnanswered(effect) ? [] : (effectView(effect, programmes) ?? [])));
  return {
    changed,
    lines: [
      ...(hoped.length === 0 ? [words.none] : []),
      ...(same.length > 0 ? [words.same(titles(same))] : []),
      ...(open.length > 0 ? [words.open(titles(open))] : []),
    ],
    unanswered: open.length > 0,
  };
}

function isUnanswered({ change, after }: Effect): boolean {
  if (change.kind === 'unknown') return change.because === 'not-asked';
  return change.kind === 'follows' && after.verdict === 'need-facts';
}

function effectView({ programme, before, after, change }: Effect, programmes: Named): EffectView | undefined {
  const told = toldOf(change);
  if (told === undefined) return undefined;
  return {
    code: programme,
    title: titleOf(programme, programmes),
    badge: words.badge[told],
    tone: TONE[told],
    what: (after.amount ?? before.amount)?.text,
    now: figureOf(before),
    after: figureOf(after),
    line: lineOf({ programme, before, after, change }, programmes),
  };
}

function toldOf(change: Change): Told | undefined {
  if (change.kind !== 'unknown') return change.kind === 'stays' ? undefined : change.kind;
  return change.because === 'not-asked' ? undefined : change.because;
}

function figureOf({ verdict, amount }: ProgrammeVerdict): string {
  if (verdict === 'unlikely') return words.figure.unlikely;
  return amount ? (amountInWords(amount) ?? words.figure.unsaid) : result.badge[verdict];
}

function lineOf({ before, after, change }: Effect, programmes: Named): string {
  switch (change.kind) {
    case 'less':
    case 'more': {
      const by = amountInWords({ ...change.by, per: 'household-month', text: '' });
      return by === undefined ? words.line.unpublished : words.line[change.kind](by);
    }
    case 'follows':
      return words.line.follows(change.of.map((code) => titleOf(code, programmes)));
    case 'unknown':
      if (change.because === 'unclear') return words.line.unclear;
      return figureOf(before) === figureOf(after) ? words.line.sameSum : words.line.unpublished;
    case 'begins':
      return words.line.begins;
    case 'ends':
      return words.line.ends;
    case 'stays':
      return '';
  }
}

/** Where an answer turns, in words: what gets better in one clause alone changes nothing for a resident. */
export function turnLines(turns: readonly Turn[], programmes: Named): readonly string[] {
  return turns.flatMap(({ programme, extraFen, before, after, clauses }) => {
    const [title, more] = [titleOf(programme, programmes), yuan(extraFen)];
    if (before.verdict === 'unlikely') return after.verdict === 'unlikely' ? [] : [words.turns.begins(title, more)];
    if (after.verdict === 'unlikely') return [words.turns.ends(title, more)];
    const lost = clauses.find(({ id }) =>
      before.clauses.some((clause) => clause.id === id && clause.outcome === 'yes'),
    );
    return lost ? [words.turns.street(title, more, lost.text)] : [];
  });
}

function titleOf(code: string, programmes: Named): string {
  return programmes.find((programme) => programme.code === code)?.title ?? code;
}
