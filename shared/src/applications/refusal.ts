import type { Clause, ProgrammeVerdict } from '../eligibility/assessment';
import { leavesIn } from '../eligibility/clause-problems';
import type { Leaf } from '../eligibility/condition';
import type { AssessOptions, Engine } from '../eligibility/engine';
import { factsUnder } from '../eligibility/facts-under';
import type { Programme, RuleVersion } from '../eligibility/programme';
import { versionOn } from '../eligibility/programme-of-day';
import { relevantClauses } from '../eligibility/relevant-clauses';
import type { Vocabulary } from '../eligibility/vocabulary';
import type { FactValues } from '../facts/fact';
import { addPeriod, type CivilDate } from '../kernel/civil-date';
import { relationsOf, standsAgainst, unmetWaits } from '../planner/candidates';
import { standardsInForce } from '../standards/in-force';
import { RECONSIDER_WITHIN } from './appeal';
import { changesThatCount } from './refusal-changes';
import { clauseMeant, type Ground } from './refusal-clause';
import type { ChangeView, DecidingClause, FigureView, RefusalView, WayOn } from './refusal-views';
import { refusalWords as words } from './refusal-words';

/** What is known here: the rules, the words they are written in, and the figures in force. */
export interface RuleBook {
  readonly engine: Engine;
  readonly vocabulary: Vocabulary;
  /** In catalogue order. */
  readonly programmes: readonly Programme[];
  readonly standards: AssessOptions['standards'];
}

export interface Refused {
  readonly programme: string;
  readonly on: CivilDate;
  readonly clause?: Ground;
}

/** Beside the refusal: what was told and found, and how the rest of the application stands. */
export interface Household {
  readonly figures: readonly FigureView[];
  /** Programmes that are asked for, have been granted or refused already. */
  readonly inHand: readonly string[];
  readonly granted: readonly string[];
  readonly refused: readonly string[];
}

export interface AfterRefusal {
  readonly refusal: RefusalView;
  readonly waysOn: readonly WayOn[];
}

/**
 * What one refusal rests on and what can be done about it. There is always something to do besides a phone number and the
 * appeal; nothing advises what is not in `ADVICE`. Pure, and no decision: the bureau's stands until the bureau changes it.
 */
export function afterRefusal(refused: Refused, household: Household, book: RuleBook, today: CivilDate): AfterRefusal {
  return new Refusal(refused, household, book, today).shown();
}

class Refusal {
  private readonly programme: Programme | undefined;
  private readonly facts: FactValues;
  private readonly onThatDay: AssessOptions;
  private readonly onThisDay: AssessOptions;
  private readonly verdicts = new Map<AssessOptions, readonly ProgrammeVerdict[]>();

  constructor(
    private readonly refused: Refused,
    private readonly household: Household,
    private readonly book: RuleBook,
    today: CivilDate,
  ) {
    const { programmes, standards } = book;
    this.programme = programmes.find(({ code }) => code === refused.programme);
    this.facts = { ...Object.fromEntries(household.figures.map(({ fact, value }) => [fact, value])), ...this.held() };
    this.onThatDay = { asOf: refused.on, standards };
    this.onThisDay = { asOf: today, standards };
  }

  shown(): AfterRefusal {
    const deciding = this.deciding();
    const figures = this.figuresBehind(deciding);
    const changes = this.changes();
    const refusal = { figures, ...(deciding && { deciding }), changes };
    return { refusal, waysOn: this.ways(figures, changes) };
  }

  /** What was granted, or is refused here, the household has or has not. */
  private held(): FactValues {
    const { granted, refused } = this.household;
    const known = this.book.programmes.filter(({ code }) => granted.includes(code) || refused.includes(code));
    return Object.fromEntries(
      known.flatMap(({ code, heldAs }) => (heldAs === undefined ? [] : [[heldAs, granted.includes(code)]])),
    );
  }

  private deciding(): DecidingClause | undefined {
    const { programme, refused } = this;
    const version = programme && versionOn(programme, refused.on);
    if (!programme || !version) return undefined;
    const verdict = this.verdictOf(refused.programme, this.onThatDay);
    const meant = refused.clause && clauseMeant(programme, refused.clause, refused.on);
    const clause = meant
      ? verdict?.clauses.find(({ id }) => id === meant.id)
      : verdict && heldAgainst(verdict, version);
    if (!clause) return undefined;
    const leaf = leavesIn(version.rule).find((each) => each.leaf.id === clause.id)?.leaf;
    const puzzling = meant !== undefined && clause.outcome !== 'no';
    const standards = leaf ? this.standardsOf(leaf) : [];
    const named = meant ? ('bureau' as const) : ('ours' as const);
    return { clause, standards, asOf: refused.on, named, ...(puzzling && { puzzling }) };
  }

  private standardsOf({ test }: Leaf): DecidingClause['standards'] {
    if (test.op === 'oneOf' || typeof test.limit === 'number' || 'within' in test.limit) return [];
    const { standard, times } = test.limit;
    const keys = [standard, ...(typeof times === 'object' ? [times.standard] : [])];
    return standardsInForce(this.book.standards, this.onThatDay.asOf)
      .filter(({ key }) => keys.includes(key))
      .map(({ key, value, unit, from, source }) => ({ key, value, unit, from, source }));
  }

  private factsOfRule(): ReadonlySet<string> {
    const version = this.programme && versionOn(this.programme, this.refused.on);
    return factsUnder(version?.rule, this.book.vocabulary);
  }

  /** What an office alone can know rests on whatever was found: a car, say, under a clause about property. */
  private figuresBehind(deciding: DecidingClause | undefined): readonly FigureView[] {
    const { vocabulary } = this.book;
    const settled = deciding && vocabulary.facts[deciding.clause.fact]?.type !== 'staff';
    const read = settled ? factsUnder({ fact: deciding.clause.fact }, vocabulary) : this.factsOfRule();
    return this.household.figures.filter(({ fact, origin }) => read.has(fact) || (!settled && origin !== 'declared'));
  }

  private changes(): readonly ChangeView[] {
    const { programme, facts } = this;
    const { vocabulary } = this.book;
    if (!programme || this.verdictOf(programme.code, this.onThisDay)?.verdict !== 'unlikely') return [];
    return changesThatCount({ programme, vocabulary, facts, options: this.onThisDay });
  }

  private ways(figures: readonly FigureView[], changes: readonly ChangeView[]): readonly WayOn[] {
    const found = figures.filter(({ origin }) => origin !== 'declared');
    const told = figures.filter(({ origin, value }) => origin === 'declared' && value !== null);
    const others = this.others();
    const correct: WayOn[] = found.length > 0 ? [{ kind: 'correct', facts: namesOf(found) }] : [];
    const changed = changes.flatMap((change) => change.facts.map(({ fact }) => fact));
    const anew = [...new Set([...changed, ...namesOf(told)])];
    const again: WayOn[] = anew.length > 0 ? [{ kind: 'again', facts: anew }] : [];
    const differs = found.some(({ said, value }) => said !== undefined && said !== value);
    const first = differs ? [...correct, ...others] : [...others, ...correct];
    const something: readonly WayOn[] = [...first, ...again];
    return [
      ...(something.length > 0 ? something : [{ kind: 'look' } as const]),
      { kind: 'ask' },
      { kind: 'appeal', until: addPeriod(this.refused.on, RECONSIDER_WITHIN) },
    ];
  }

  /** What the rules lead to from here and nothing is held against, then what else fits; the surest first in each. */
  private others(): readonly WayOn[] {
    const led = relationsOf(this.book.programmes, 'falls-back-to').filter(({ by }) => by === this.programme);
    return this.book.programmes
      .filter((programme) => this.mayBeAskedFor(programme))
      .flatMap((programme) => {
        const verdict = this.verdictOf(programme.code, this.onThisDay);
        const why = led.find(({ relation }) => relation.other === programme.code)?.relation;
        if (!verdict || verdict.verdict === 'unlikely' || (!why && verdict.verdict === 'need-facts')) return [];
        return [{ way: this.applyFor(programme, verdict, why), rank: rankOf(verdict) + (why ? 0 : LED) }];
      })
      .sort((one, other) => one.rank - other.rank)
      .map(({ way }) => way)
      .slice(0, MOST_OTHERS);
  }

  private applyFor(
    { code }: Programme,
    { verdict }: ProgrammeVerdict,
    led: Pick<Extract<WayOn, { kind: 'apply' }>, 'why' | 'source'> | undefined,
  ): WayOn {
    const alone = code === ALONE;
    const why = led?.why ?? (alone ? words.aloneAfterMargin : words.alsoPlausible);
    const source = led?.source && { source: led.source };
    return { kind: 'apply', programme: code, verdict, why, ...source, ...(alone && { forOne: true }) };
  }

  private mayBeAskedFor(programme: Programme): boolean {
    const { inHand, granted, refused } = this.household;
    const { code, heldAs } = programme;
    if (code === this.refused.programme || [...inHand, ...granted, ...refused].includes(code)) return false;
    if (heldAs !== undefined && this.facts[heldAs] === true) return false;
    if (unmetWaits(programme, this.heldCodes()).length > 0) return false;
    return !relationsOf(this.book.programmes, 'excludes').some(
      ({ by, relation }) =>
        standsAgainst(relation, this.facts) &&
        ((by.code === code && this.heldCodes().includes(relation.other)) ||
          (relation.other === code && this.heldCodes().includes(by.code))),
    );
  }

  private heldCodes(): readonly string[] {
    return this.book.programmes
      .filter(({ code, heldAs }) => this.household.granted.includes(code) || (heldAs && this.facts[heldAs] === true))
      .map(({ code }) => code);
  }

  private verdictOf(code: string, options: AssessOptions): ProgrammeVerdict | undefined {
    const known = this.verdicts.get(options) ?? this.book.engine.verdicts(this.facts, options);
    this.verdicts.set(options, known);
    return known.find(({ programme }) => programme === code);
  }
}

/** 单人保: for somebody of the family, the disabled child among them, not for the family (J7). */
const ALONE = 'single-person-minimum-living-allowance';
const MOST_OTHERS = 4;
/** What the rules lead to goes before what only happens to fit as well. */
const LED = 10;

/** What our own rules hold against the household; a number says more than anything else. */
function heldAgainst({ verdict, clauses }: ProgrammeVerdict, { rule }: RuleVersion): Clause | undefined {
  if (verdict !== 'unlikely') return undefined;
  const relevant = relevantClauses(rule, new Map(clauses.map(({ id, outcome }) => [id, outcome])));
  const against = clauses.filter(({ id, outcome }) => outcome === 'no' && relevant.has(id));
  return against.find(({ threshold }) => typeof threshold === 'number') ?? against[0];
}

function rankOf({ verdict }: ProgrammeVerdict): number {
  return ['likely', 'needs-review', 'need-facts', 'unlikely'].indexOf(verdict);
}

function namesOf(figures: readonly FigureView[]): readonly string[] {
  return figures.map(({ fact }) => fact);
}
