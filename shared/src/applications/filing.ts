import type { Programme } from '../eligibility/programme';
import type { FactValues } from '../facts/fact';
import type { Source } from '../kernel/source';
import { heldOf, relationsOf, standsAgainst, unmetWaits } from '../planner/candidates';
import type { CaseItem } from './case-file';
import { isSettled } from './case-machine';

/** One programme of an application as it is handed in: at once, or held back for the result of others. */
export interface Filing {
  readonly programme: string;
  readonly bureau: string;
  /** Empty: it goes at once. Else every one of these must let it go. */
  readonly held: readonly HeldBack[];
}

export interface HeldBack {
  /** Programmes of the same application. */
  readonly waitsFor: readonly string[];
  /** What lets it go: one of them is approved, or none of them is. */
  readonly until: 'approved' | 'not-approved';
  readonly why: string;
  readonly source: Source;
}

/** What becomes of something held back. */
export type Release = 'file' | 'do-not-file' | 'wait';

/**
 * How the chosen programmes are handed in, in catalogue order. What waits for the result of another chosen one is held
 * back instead of being refused; so is what may not be had beside another that the rules put first, until that one is
 * not granted. What waits for something nobody chose goes at once: the office says. Nothing chosen is left out.
 */
export function filingsOf(
  programmes: readonly Programme[],
  chosen: readonly string[],
  facts: FactValues,
): readonly Filing[] {
  const held = heldOf(programmes, facts);
  return programmes
    .filter(({ code }) => chosen.includes(code))
    .map((programme) => {
      const { code, bureau } = programme;
      const first = behindOthers(programmes, code, chosen, facts);
      return { programme: code, bureau, held: [...first, ...waiting(programme, chosen, held)] };
    });
}

/** What the results of the others mean for something held back. `items`: all of the application, in whatever case. */
export function releaseOf(held: readonly Pick<HeldBack, 'waitsFor' | 'until'>[], items: readonly CaseItem[]): Release {
  const releases = held.map((each) => oneRelease(each, items));
  if (releases.includes('do-not-file')) return 'do-not-file';
  return releases.includes('wait') ? 'wait' : 'file';
}

function oneRelease({ waitsFor, until }: Pick<HeldBack, 'waitsFor' | 'until'>, items: readonly CaseItem[]): Release {
  const others = items.filter(({ programme }) => waitsFor.includes(programme));
  if (others.some(({ state }) => state === 'approved')) return until === 'approved' ? 'file' : 'do-not-file';
  if (others.some((item) => !isSettled(item))) return 'wait';
  return until === 'approved' ? 'do-not-file' : 'file';
}

function waiting(programme: Programme, chosen: readonly string[], held: readonly string[]): readonly HeldBack[] {
  return unmetWaits(programme, held)
    .map(({ anyOf, why, source }) => ({ waitsFor: anyOf.filter((code) => chosen.includes(code)), why, source }))
    .filter(({ waitsFor }) => waitsFor.length > 0)
    .map((wait) => ({ ...wait, until: 'approved' as const }));
}

/**
 * Only where the rules themselves say which goes first, and of what goes to one person only where one is known to be
 * meant; else both are handed in and the office settles it.
 */
function behindOthers(
  programmes: readonly Programme[],
  code: string,
  chosen: readonly string[],
  facts: FactValues,
): readonly HeldBack[] {
  return relationsOf(programmes, 'excludes').flatMap(({ by, relation }) => {
    const { other, prefer, why, source } = relation;
    if (prefer === 'higher' || !standsAgainst(relation, facts)) return [];
    const [first, second] = prefer === 'this' ? [by.code, other] : [other, by.code];
    if (second !== code || !chosen.includes(first)) return [];
    return [{ waitsFor: [first], until: 'not-approved' as const, why, source }];
  });
}
