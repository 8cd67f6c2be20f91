import type { FactDefinition, FactValue, FactValues, Question } from '@jinmen/shared/facts/fact';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { age } from '../../copy/age';
import { dates } from '../../copy/dates';
import { wizard } from '../../copy/wizard';
import { dayInWords } from '../../platform/clock';
import type { ListedChoice } from '../../ui/choice-list';
import type { Answer, Draft } from './interview';
import { type AgeDefinition, isAge, readAge } from './typed-age';
import { readTyped, typedText } from './typed-number';

type Definitions = Readonly<Record<string, FactDefinition>>;
type DateDefinition = Extract<FactDefinition, { type: 'date' }>;
type NumberDefinition = Extract<FactDefinition, { type: 'count' | 'money' }>;

/** How a question is put on the screen. */
export type QuestionView =
  | { readonly kind: 'choices'; readonly pick: 'one' | 'many'; readonly choices: readonly ListedChoice[] }
  | { readonly kind: 'number'; readonly definition: NumberDefinition; readonly unit: string }
  | { readonly kind: 'age'; readonly definition: AgeDefinition; readonly unit: string }
  | { readonly kind: 'date'; readonly definition: DateDefinition };

export const UNSURE = 'unsure';
export const NONE = 'none';

const unsure: ListedChoice = { value: UNSURE, label: wizard.unsure, apart: 'unsure' };
const yesNo: readonly ListedChoice[] = [
  { value: 'true', label: wizard.yes },
  { value: 'false', label: wizard.no },
];

/** One fact is asked by its own kind; several are a list to tick, with 以上都没有 and 不清楚 at its end. */
export function viewOf({ facts }: Question, definitions: Definitions): QuestionView {
  const [only] = facts;
  const definition = facts.length === 1 && only !== undefined ? definitions[only] : undefined;
  if (isAge(definition)) return { kind: 'age', definition, unit: age.unit };
  if (definition?.type === 'date') return { kind: 'date', definition };
  if (definition?.type === 'count' || definition?.type === 'money') {
    return { kind: 'number', definition, unit: definition.type === 'money' ? wizard.money : wizard.count };
  }
  if (definition?.type === 'choice') {
    return { kind: 'choices', pick: 'one', choices: [...definition.options, unsure] };
  }
  if (definition?.type === 'boolean') return { kind: 'choices', pick: 'one', choices: [...yesNo, unsure] };
  const ticks = facts.map((fact) => ({ value: fact, label: definitions[fact]?.label ?? fact }));
  return {
    kind: 'choices',
    pick: 'many',
    choices: [...ticks, { value: NONE, label: wizard.none, apart: 'none' }, unsure],
  };
}

/** What stands on the screen when the question comes up: the draft, else the answer given before. */
export function draftFor(
  question: Question,
  definitions: Definitions,
  facts: FactValues,
  draft: Draft | undefined,
): Draft {
  if (draft !== undefined) return draft;
  const view = viewOf(question, definitions);
  const values = question.facts.map((fact) => facts[fact]);
  if (values.some((value) => value === undefined)) return { question: question.id };
  if (values.every((value) => value === null)) return { question: question.id, chosen: [UNSURE] };
  const [value] = values;
  if (view.kind === 'date' || view.kind === 'age') return { question: question.id, text: String(value) };
  if (view.kind === 'number') {
    return { question: question.id, text: typeof value === 'number' ? typedText(value, view.definition) : '' };
  }
  if (view.pick === 'one') return { question: question.id, chosen: [String(values[0])] };
  const ticked = question.facts.filter((fact) => facts[fact] === true);
  return { question: question.id, chosen: ticked.length === 0 ? [NONE] : ticked };
}

/** A tick in a list: 不清楚 and 以上都没有 stand alone, everything else adds up. */
export function toggleTick(chosen: readonly string[], value: string): readonly string[] {
  if (value === UNSURE || value === NONE) return chosen.includes(value) ? [] : [value];
  const others = chosen.filter((each) => each !== UNSURE && each !== NONE && each !== value);
  return chosen.includes(value) ? others : [...others, value];
}

/**
 * What a draft comes to: the answer it stands for, what is still wrong with it, or, worked out from something that is not
 * kept, a draft to put in its place, for the resident to look at.
 */
export type Read =
  | { readonly answer: Answer }
  | { readonly problem: string }
  | { readonly instead: Draft; readonly note: string };

export function answerFrom(question: Question, definitions: Definitions, draft: Draft, today: CivilDate): Read {
  const chosen = draft.chosen ?? [];
  if (chosen.includes(UNSURE)) return { answer: forAll(question, null) };
  const view = viewOf(question, definitions);
  if (view.kind === 'number') {
    const typed = readTyped(draft.text ?? '', view.definition);
    return 'problem' in typed ? typed : { answer: forAll(question, typed.value) };
  }
  if (view.kind === 'age') return ageFrom(question, view.definition, draft, today);
  if (view.kind === 'date') return dayFrom(question, definitions, draft, today);
  if (chosen.length === 0) return { problem: wizard.problems.choose };
  if (view.pick === 'many') {
    return { answer: Object.fromEntries(question.facts.map((fact) => [fact, chosen.includes(fact)])) };
  }
  const [value = ''] = chosen;
  const [fact = ''] = question.facts;
  return { answer: { [fact]: definitions[fact]?.type === 'boolean' ? value === 'true' : value } };
}

function ageFrom(question: Question, definition: AgeDefinition, { text = '' }: Draft, today: CivilDate): Read {
  const typed = readAge(text, definition, today);
  if ('problem' in typed) return typed;
  if (!typed.fromIdNumber) return { answer: forAll(question, typed.value) };
  const years = String(typed.value);
  return { instead: { question: question.id, text: years }, note: age.fromIdNumber(years) };
}

function dayFrom(question: Question, definitions: Definitions, { text = '' }: Draft, today: CivilDate): Read {
  if (text === '') return { problem: dates.problems.empty };
  if (/^-|--|-$/.test(text)) return { problem: dates.problems.unfinished };
  const answer = forAll(question, text);
  const [problem] = factProblems(definitions, answer, today);
  return problem ? { problem: problem.message } : { answer };
}

function forAll({ facts }: Question, value: FactValue | null): Answer {
  return Object.fromEntries(facts.map((fact) => [fact, value]));
}

/** What an answer read back was about: a question that only opens a list says nothing there. */
export function titleAnswered({ title, short }: Question): string {
  return short ?? title;
}

/** The answer as the resident reads it back, e.g. `1200 元`, `不清楚`. */
export function answerInWords(question: Question, definitions: Definitions, facts: FactValues): string {
  const { chosen = [], text } = draftFor(question, definitions, facts, undefined);
  if (chosen.includes(UNSURE)) return wizard.unsure;
  const view = viewOf(question, definitions);
  if (view.kind === 'date') return isCivilDate(text) ? dayInWords(text) : '';
  if (view.kind !== 'choices') return `${text ?? ''} ${view.unit}`.trim();
  return chosen.map((value) => view.choices.find((choice) => choice.value === value)?.label ?? value).join('、');
}
