import type { Door } from '@jinmen/shared/facts/doors';
import type { FactDefinition, FactValue, FactValues, Question } from '@jinmen/shared/facts/fact';
import { facts as definitions } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';

/** A made-up household that answers whatever it is asked. */
export interface Household {
  /** What is so about it. Facts it does not name: yes/no is no, a number is the least it may be. */
  readonly facts: FactValues;
  /** What it wants to talk about; `general` when absent. */
  readonly doors?: readonly Door[];
  /** Answers 不清楚 to these, whatever else it knows. */
  readonly unsure?: 'everything' | readonly string[];
}

export function doorsOf({ doors = ['general'] }: Household): readonly Door[] {
  return doors;
}

/** What it answers to one question: the words to press, the number to type or the day to pick, and the facts that follow. */
export type HouseholdAnswer = { readonly facts: FactValues } & (
  | { readonly press: readonly string[] }
  | { readonly type: string }
  | { readonly pick: string }
);

/** What the phone writes on the choices that belong to no fact. */
const WORDS = { yes: '是', no: '不是', none: '以上都没有', unsure: '不清楚' };

/** A question as it stands on the screen; some share a title and differ in what is said below it. */
export interface QuestionWords {
  readonly title: string;
  readonly help: string;
}

/** The question in these words; throws when the screen shows words that no question has. */
export function questionInWords({ title, help }: QuestionWords): Question {
  const question = (questions as readonly Question[]).find((one) => one.title === title && (one.help ?? '') === help);
  if (!question) throw new Error(`no question reads "${title}" / "${help}"`);
  return question;
}

/** Everything a resident reads with the question. */
export function wordsOf({ title, help = '', list, facts }: Question): string {
  const choices = facts.map(definitionOf).flatMap((fact) => {
    return fact.type === 'choice' ? fact.options.map(({ label }) => label) : [fact.label];
  });
  return [title, help, ...(list ? [list.title, ...list.items] : []), ...choices].join('\n');
}

/** How the household answers. Throws when it must choose and does not say what it is. */
export function answerOf(household: Household, question: Question): HouseholdAnswer {
  const { unsure } = household;
  if (unsure === 'everything' || question.facts.some((fact) => unsure?.includes(fact))) {
    return { press: [WORDS.unsure], facts: Object.fromEntries(question.facts.map((fact) => [fact, null])) };
  }
  const facts = Object.fromEntries(question.facts.map((fact) => [fact, factOf(household, fact)]));
  const [first = ''] = question.facts;
  const definition = definitionOf(first);
  if (question.facts.length > 1) {
    const ticked = question.facts.filter((fact) => facts[fact] === true).map((fact) => definitionOf(fact).label);
    return { press: ticked.length > 0 ? ticked : [WORDS.none], facts };
  }
  const value = facts[first];
  if (definition.type === 'boolean') return { press: [value === true ? WORDS.yes : WORDS.no], facts };
  if (definition.type === 'choice') {
    const option = definition.options.find((candidate) => candidate.value === value);
    if (!option) throw new Error(`${first} has no option ${String(value)}`);
    return { press: [option.label], facts };
  }
  if (definition.type === 'date') return { pick: String(value), facts };
  const number = Number(value);
  return { type: String(definition.type === 'money' ? number / 100 : number), facts };
}

function definitionOf(fact: string): FactDefinition {
  const definition = (definitions as Readonly<Record<string, FactDefinition>>)[fact];
  if (!definition) throw new Error(`there is no fact ${fact}`);
  return definition;
}

function factOf(household: Household, fact: string): FactValue {
  const value = household.facts[fact];
  if (value !== undefined && value !== null) return value;
  const definition = definitionOf(fact);
  if (definition.type === 'boolean') return false;
  if (definition.type === 'count') return definition.min;
  if (definition.type === 'money') return 0;
  throw new Error(`the household does not say what it is: ${fact}`);
}
