import type { AmountRange, ProgrammeVerdict } from '../eligibility/assessment';
import type { Programme, Relation } from '../eligibility/programme';
import type { FactValues } from '../facts/fact';
import type { Conflict, Player } from './best-set';
import type { ChosenBy, Said } from './plan';

/** Also where one shape serves several kinds. */
type Holding<Each extends Relation, Kind> = Each extends Relation ? (Kind extends Each['kind'] ? Each : never) : never;

export type RelationOf<Kind extends Relation['kind']> = Holding<Relation, Kind>;

export interface PlanInput {
  /** In catalogue order; their relations have passed `relationProblems`. */
  readonly programmes: readonly Programme[];
  /** Of one assessment of the household with these facts. */
  readonly verdicts: readonly ProgrammeVerdict[];
  readonly facts: FactValues;
  /** Doors the resident opened; absent = all. What still needs answers and stands behind another was not asked for. */
  readonly doors?: readonly string[];
}

/** Everybody in play, in catalogue order: what may be proposed, and what the household has. */
export function playersOf({ programmes, verdicts, facts, doors }: PlanInput): readonly Player[] {
  const held = heldOf(programmes, facts);
  return programmes.flatMap((programme): Player[] => {
    const { code, door } = programme;
    const answer = verdicts.find((each) => each.programme === code);
    const pays = answer?.amount && aYear(answer.amount);
    const known = { code, ...(pays && { pays }) };
    if (held.includes(code)) return [{ ...known, standing: 'held', needs: [] }];
    if (!answer || answer.verdict === 'unlikely') return [];
    if (answer.verdict === 'need-facts' && doors && !doors.includes(door)) return [];
    const needs = unmetWaits(programme, held).map(({ anyOf }) => anyOf);
    return [{ ...known, standing: answer.verdict, needs }];
  });
}

export function heldOf(programmes: readonly Programme[], facts: FactValues): readonly string[] {
  return programmes.filter(({ heldAs }) => heldAs !== undefined && facts[heldAs] === true).map(({ code }) => code);
}

/** What a programme waits for, as far as the household has none of it. */
export function unmetWaits(programme: Programme, held: readonly string[]): readonly RelationOf<'waits-for'>[] {
  return relationsOf([programme], 'waits-for')
    .map(({ relation }) => relation)
    .filter(({ anyOf }) => !anyOf.some((code) => held.includes(code)));
}

export interface Declared<Kind extends Relation['kind']> {
  readonly by: Programme;
  readonly relation: RelationOf<Kind>;
}

export function relationsOf<Kind extends Relation['kind']>(
  programmes: readonly Programme[],
  kind: Kind,
): readonly Declared<Kind>[] {
  return programmes.flatMap((by) =>
    (by.relations ?? [])
      .filter((relation): relation is RelationOf<Kind> => relation.kind === kind)
      .map((relation) => ({ by, relation })),
  );
}

/** Whether the two may not both be had here: what goes to one person each, only where one and the same is meant. */
export function standsAgainst({ samePersonIf }: RelationOf<'excludes'>, facts: FactValues): boolean {
  return samePersonIf === undefined || facts[samePersonIf.fact] === samePersonIf.is;
}

/** Whether nobody has said so far if the two are for one person or for two. */
export function mayBeOnePerson(relation: RelationOf<'excludes'>, facts: FactValues): boolean {
  const { samePersonIf } = relation;
  return samePersonIf !== undefined && !standsAgainst(relation, facts) && facts[samePersonIf.fact] !== false;
}

export interface SaidConflict extends Conflict, Pick<Said, 'why' | 'source'> {
  /** Why `first` goes first. */
  readonly by?: Extract<ChosenBy, 'rule' | 'unanswered'>;
}

/**
 * The pairs among the players that may not both be had. What is settled as far as answers can settle it goes before what
 * still needs answers: nobody is asked to let go of the one for the other. Else the rules' own order holds, also where the
 * preferred one is the less certain: it is then proposed first, and the other told as what to take if it is not granted.
 * Two the household has already are an office's to settle, not the plan's; and two that may be for different people do
 * not stand against each other.
 */
export function conflictsOf(
  { programmes, facts }: Pick<PlanInput, 'programmes' | 'facts'>,
  players: readonly Player[],
): readonly SaidConflict[] {
  return relationsOf(programmes, 'excludes').flatMap(({ by, relation }) => {
    const { other, prefer, why, source } = relation;
    if (!standsAgainst(relation, facts)) return [];
    const [one, two] = [by.code, other].map((code) => players.find((player) => player.code === code));
    if (!one || !two || (one.standing === 'held' && two.standing === 'held')) return [];
    const said = { pair: [by.code, other] as const, why, source };
    const ruled = { this: by.code, other, higher: undefined }[prefer];
    const ready = [one, two].filter(({ standing }) => standing !== 'need-facts').map(({ code }) => code);
    if (ready.length === 1 && ready[0] !== ruled) return [{ ...said, first: ready[0] ?? '', by: 'unanswered' }];
    return [ruled === undefined ? said : { ...said, first: ruled, by: 'rule' }];
  });
}

/** Why `chosen` was taken and `left` was not. */
export function chosenBy({ by }: SaidConflict, chosen: Player, left: Player): ChosenBy {
  if (by) return by;
  if (!chosen.pays || !left.pays) return 'open-amount';
  if (chosen.pays.least >= left.pays.most) return 'pays-more';
  return left.pays.least > chosen.pays.most ? 'pays-more-together' : 'open-amount';
}

/** Fen a year, so that sums paid monthly and once can be compared; what a meal comes to a year nobody can say. */
function aYear({ min = 0, max, per }: AmountRange): Player['pays'] {
  const times = { 'household-month': 12, 'person-month': 12, once: 1, meal: undefined }[per];
  if (times === undefined) return undefined;
  return { least: min * times, most: max === undefined ? Number.POSITIVE_INFINITY : max * times };
}
