import type { FactDefinition, Question } from '../facts/fact';
import { type Answers, type FactCell, MISSING } from './answers';
import type { NextQuestion } from './assessment';
import type { ProgrammeOfDay } from './programme-of-day';

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

/** The next question to ask, and those that would matter but stand behind a door not opened. */
export function chooseQuestion(
  questions: readonly Question[],
  programmes: readonly ProgrammeOfDay[],
  answers: Answers,
  doors: readonly string[],
): { readonly next: NextQuestion | undefined; readonly notAsked: readonly NextQuestion[] } {
  const wanted = new Set<FactCell>();
  const askable = new Set<FactCell>();
  const before = new Map<ProgrammeOfDay, number>();
  for (const programme of programmes) {
    const open = programme.openness();
    if (open === 0) continue;
    before.set(programme, open);
    collectMarked(programme, answers, wanted, askable);
  }
  const candidates = questions.flatMap((question) => candidateOf(question, answers, wanted, askable));
  const open = candidates.filter(({ question }) => doors.includes(question.door));
  const first = open.some((candidate) => candidate.askable) ? open.filter((candidate) => candidate.askable) : open;
  const best = first.length > 1 ? mostWorthAsking(first, before, answers) : first[0];
  return {
    next: best && asNext(best.question),
    notAsked: candidates
      .filter(({ question }) => !doors.includes(question.door))
      .map(({ question }) => asNext(question)),
  };
}

function asNext({ id, facts }: Question): NextQuestion {
  return { id, facts };
}

function collectMarked(
  programme: ProgrammeOfDay,
  answers: Answers,
  wanted: Set<FactCell>,
  askable: Set<FactCell>,
): void {
  for (const cell of programme.cells) {
    if (cell.missingMark !== answers.mark) continue;
    wanted.add(cell);
    if (cell.askableMark === answers.mark) askable.add(cell);
  }
}

function candidateOf(
  question: Question,
  answers: Answers,
  wanted: ReadonlySet<FactCell>,
  askable: ReadonlySet<FactCell>,
): Candidate[] {
  const cells = question.facts.flatMap((fact) => answers.cell(fact) ?? []).filter(({ status }) => status === MISSING);
  if (!cells.some((cell) => wanted.has(cell))) return [];
  return [{ question, cells, askable: cells.some((cell) => askable.has(cell)) }];
}

/** Expected pruning per burden: what its usual answers leave open, on average, against what is open now. */
function mostWorthAsking(
  candidates: readonly Candidate[],
  before: ReadonlyMap<ProgrammeOfDay, number>,
  answers: Answers,
): Candidate | undefined {
  let best: Candidate | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const worth = expectedPruning(candidate, before, answers) / candidate.question.burden;
    if (worth > bestWorth) {
      best = candidate;
      bestWorth = worth;
    }
  }
  return best;
}

function expectedPruning({ cells }: Candidate, before: ReadonlyMap<ProgrammeOfDay, number>, answers: Answers): number {
  const touched = [...before].filter(([programme]) => programme.cells.some((cell) => cells.includes(cell)));
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
