import { letsThrough } from '../facts/doors';
import type { FactDefinition, Question } from '../facts/fact';
import { type Answers, type FactCell, MISSING } from './answers';
import type { NextQuestion } from './assessment';
import type { ProgrammeOfDay } from './programme-of-day';
import type { Vocabulary } from './vocabulary';

/** What a count or an amount of money usually is, to weigh a question by; never used to judge. */
const USUAL_NUMBERS = { count: [0, 1, 3], years: [66, 75, 85], money: [0, 100_000, 500_000] } as const;
/** How many days ago something was that is asked about. */
const USUAL_DAYS_AGO = [30, 120, 400] as const;

/** A question whose answer could still change something, and the facts of it not asked yet. */
interface Candidate {
  readonly question: Question;
  readonly cells: readonly FactCell[];
  readonly askable: boolean;
}

/** What programmes wait for: facts not asked yet, and which of them are worth asking now. */
interface Wanted {
  readonly cells: Set<FactCell>;
  readonly askable: Set<FactCell>;
}

/**
 * The next question to ask for a programme behind an opened door, and those that would matter but are not asked: for
 * programmes behind other doors, or because they may hurt and their own door is closed.
 */
export function chooseQuestion(
  { questions, doors }: Pick<Vocabulary, 'questions' | 'doors'>,
  programmes: readonly ProgrammeOfDay[],
  answers: Answers,
  opened: readonly string[],
): { readonly next: NextQuestion | undefined; readonly notAsked: readonly NextQuestion[] } {
  const forOpened: Wanted = { cells: new Set(), askable: new Set() };
  const forOthers: Wanted = { cells: new Set(), askable: new Set() };
  const before = new Map<ProgrammeOfDay, number>();
  for (const programme of programmes) {
    const open = programme.openness();
    if (open === 0) continue;
    const isOpened = opened.includes(programme.door);
    if (isOpened) before.set(programme, open);
    collectMarked(programme, answers, isOpened ? forOpened : forOthers);
  }
  const asked = questions
    .filter(({ door }) => letsThrough(doors, opened, door))
    .flatMap((question) => candidateOf(question, answers, forOpened));
  const notAsked = questions.filter(
    (question) =>
      !asked.some((candidate) => candidate.question === question) &&
      [forOpened, forOthers].some((wanted) => candidateOf(question, answers, wanted).length > 0),
  );
  const first = asked.some((candidate) => candidate.askable) ? asked.filter((candidate) => candidate.askable) : asked;
  const best = first.length > 1 ? mostWorthAsking(first, before, answers) : first[0];
  return { next: best && asNext(best.question), notAsked: notAsked.map(asNext) };
}

function asNext({ id, facts }: Question): NextQuestion {
  return { id, facts };
}

function collectMarked(programme: ProgrammeOfDay, answers: Answers, wanted: Wanted): void {
  for (const cell of programme.cells) {
    if (cell.missingMark !== answers.mark) continue;
    wanted.cells.add(cell);
    if (cell.askableMark === answers.mark) wanted.askable.add(cell);
  }
}

function candidateOf(question: Question, answers: Answers, wanted: Wanted): Candidate[] {
  const cells = question.facts.flatMap((fact) => answers.cell(fact) ?? []).filter(({ status }) => status === MISSING);
  if (!cells.some((cell) => wanted.cells.has(cell))) return [];
  return [{ question, cells, askable: cells.some((cell) => wanted.askable.has(cell)) }];
}

/** A candidate, the open programmes it could touch, and the most it could be worth: all they have open. */
interface Weighed {
  readonly candidate: Candidate;
  readonly touched: readonly (readonly [ProgrammeOfDay, number])[];
  readonly most: number;
}

/**
 * Expected pruning per burden: what its usual answers leave open, on average, against what is open now. Tried from the
 * one that could be worth most; one that could not even reach the best so far is passed over. The vocabulary's order
 * settles ties.
 */
function mostWorthAsking(
  candidates: readonly Candidate[],
  before: ReadonlyMap<ProgrammeOfDay, number>,
  answers: Answers,
): Candidate | undefined {
  const weighed = candidates.map((candidate) => weigh(candidate, before));
  // Stryker disable next-line all: tried in another order, the best is the same
  weighed.sort((one, other) => other.most - one.most);
  let best: Candidate | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const { candidate, touched, most } of weighed) {
    // Stryker disable next-line ConditionalExpression: trying those too finds nothing better
    if (most < bestWorth) continue;
    const worth = expectedPruning(candidate, touched, answers) / candidate.question.burden;
    const sooner = best === undefined || candidates.indexOf(candidate) < candidates.indexOf(best);
    if (worth < bestWorth || (worth === bestWorth && !sooner)) continue;
    best = candidate;
    bestWorth = worth;
  }
  return best;
}

function weigh(candidate: Candidate, before: ReadonlyMap<ProgrammeOfDay, number>): Weighed {
  const { cells, question } = candidate;
  const restsOnIt = (programme: ProgrammeOfDay) => programme.cells.some((cell) => cells.includes(cell));
  // Stryker disable next-line MethodExpression: a programme that rests on none of these facts has nothing pruned
  const touched = [...before].filter(([programme]) => restsOnIt(programme));
  return { candidate, touched, most: touched.reduce((sum, [, open]) => sum + open, 0) / question.burden };
}

function expectedPruning({ cells }: Candidate, touched: Weighed['touched'], answers: Answers): number {
  const ways = usualAnswers(cells, answers.today);
  let pruned = 0;
  for (const way of ways) {
    for (const [index, cell] of cells.entries()) cell.know(way[index] ?? 0);
    answers.stamp++;
    for (const [programme, open] of touched) pruned += open - programme.openness();
  }
  for (const cell of cells) cell.declare(undefined);
  answers.stamp++;
  return pruned / ways.length;
}

/** One answer for each usual way to answer; for a list: none of it, and each entry alone. */
function usualAnswers(cells: readonly FactCell[], today: number): readonly (readonly number[])[] {
  const [first] = cells;
  if (first && cells.length === 1) return usualCodes(first, today).map((code) => [code]);
  const none = cells.map(() => 0);
  return [none, ...cells.map((_, ticked) => none.map((code, index) => (index === ticked ? 1 : code)))];
}

function usualCodes({ definition, min, max }: FactCell, today: number): readonly number[] {
  const usual = usualNumbers(definition, today);
  if (!usual) return Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const inside = usual.filter((value) => value >= min && value <= max);
  return inside.length > 0 ? inside : [min, max];
}

function usualNumbers(definition: FactDefinition, today: number): readonly number[] | undefined {
  switch (definition.type) {
    case 'count':
      return USUAL_NUMBERS[definition.unit ?? 'count'];
    case 'money':
      return USUAL_NUMBERS.money;
    case 'date':
      return USUAL_DAYS_AGO.map((days) => today - days);
    default:
      return undefined;
  }
}
