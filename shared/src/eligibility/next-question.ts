import type { FactDefinition, FactValue, Question } from '../facts/fact';
import type { NextQuestion } from './assessment';
import { numbersAround } from './candidates';
import type { Household } from './compiled';
import { householdOf } from './household';
import type { Goal } from './judge-programme';
import type { Vocabulary } from './vocabulary';

/** What a count or an amount of money usually is, to weigh a question by; never used to judge. */
const USUAL_NUMBERS = { count: [0, 1, 3], money: [0, 100_000, 500_000] } as const;

/** A question whose answer could still change something, and the facts of it not asked yet. */
interface Candidate {
  readonly question: Question;
  readonly facts: readonly string[];
}

/** The next question to ask, and those that would matter but stand behind a door not opened. */
export function chooseQuestion(
  vocabulary: Vocabulary,
  goals: readonly Goal[],
  household: Household,
  doors: readonly string[],
): { readonly next: NextQuestion | undefined; readonly notAsked: readonly NextQuestion[] } {
  const open = goals.map((goal) => goal.openFacts(household, 'exactly'));
  const wanted = new Set(open.flatMap((facts) => (facts ? [...facts] : [])));
  const candidates = vocabulary.questions
    .map((question) => ({ question, facts: question.facts.filter((fact) => household.facts[fact] === undefined) }))
    .filter(({ facts }) => facts.some((fact) => wanted.has(fact)));
  const askable = candidates.filter(({ question }) => doors.includes(question.door));
  const notAsked = candidates.filter(({ question }) => !doors.includes(question.door)).map(asNext);
  const best = askable.length > 1 ? mostWorthAsking(askable, vocabulary, goals, household) : askable[0];
  return { next: best && asNext(best), notAsked };
}

function asNext({ question }: Candidate): NextQuestion {
  return { id: question.id, facts: question.facts };
}

function mostWorthAsking(
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
  goals: readonly Goal[],
  household: Household,
): Candidate | undefined {
  const before = worry(goals, household);
  let best: Candidate | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const answers = usualAnswers(candidate.facts, vocabulary);
    const after = answers.reduce((sum, answer) => sum + worry(goals, answered(household, answer)), 0) / answers.length;
    const worth = (before - after) / candidate.question.burden;
    if (worth > bestWorth) {
      best = candidate;
      bestWorth = worth;
    }
  }
  return best;
}

/** How much is still open: each goal that an answer could settle, and each fact it would take. */
function worry(goals: readonly Goal[], household: Household): number {
  return goals.reduce((sum, goal) => {
    const facts = goal.openFacts(household, 'roughly');
    return facts ? sum + goal.weight * (1 + facts.size / 4) : sum;
  }, 0);
}

function answered(household: Household, answer: Readonly<Record<string, FactValue>>): Household {
  return householdOf({ ...household.facts, ...answer });
}

/** One answer for each usual way to answer; for a list: none of it, and each entry alone. */
function usualAnswers(
  facts: readonly string[],
  vocabulary: Vocabulary,
): readonly Readonly<Record<string, FactValue>>[] {
  const [first] = facts;
  if (first !== undefined && facts.length === 1) {
    return valuesOf(vocabulary.facts[first]).map((value) => ({ [first]: value }));
  }
  const none = Object.fromEntries(facts.map((fact) => [fact, false]));
  return [none, ...facts.map((fact) => ({ ...none, [fact]: true }))];
}

function valuesOf(definition: FactDefinition | undefined): readonly FactValue[] {
  switch (definition?.type) {
    case 'choice':
      return definition.options.map((option) => option.value);
    case 'count':
      return numbersWithin(USUAL_NUMBERS.count, definition.min, definition.max);
    case 'money':
      return numbersWithin(USUAL_NUMBERS.money, 0, definition.max);
    default:
      return [true, false];
  }
}

function numbersWithin(usual: readonly number[], min: number, max: number): readonly number[] {
  const inside = usual.filter((value) => value >= min && value <= max);
  return inside.length > 0 ? inside : numbersAround([], min, max);
}
