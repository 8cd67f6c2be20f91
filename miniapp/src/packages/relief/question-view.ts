import type { FactDefinition, FactValues, Question } from '@jinmen/shared/facts/fact';
import { wizard } from '../../copy/wizard';
import type { ListedChoice } from '../../ui/choice-list';
import type { Answer, Draft } from './interview';
import { readTyped, typedText } from './typed-number';

type Definitions = Readonly<Record<string, FactDefinition>>;
type NumberDefinition = Extract<FactDefinition, { type: 'count' | 'money' }>;

/** How a question is put on the screen. */
export type QuestionView =
  | { readonly kind: 'choices'; readonly pick: 'one' | 'many'; readonly choices: readonly ListedChoice[] }
  | { readonly kind: 'number'; readonly definition: NumberDefinition; readonly unit: string };

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
  if (view.kind === 'number') {
    const [value] = values;
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

/** The answer a draft stands for, or what is still wrong with it, in words. */
export function answerFrom(
  question: Question,
  definitions: Definitions,
  draft: Draft,
): { readonly answer: Answer } | { readonly problem: string } {
  const chosen = draft.chosen ?? [];
  if (chosen.includes(UNSURE)) return { answer: forAll(question, null) };
  const view = viewOf(question, definitions);
  if (view.kind === 'number') {
    const typed = readTyped(draft.text ?? '', view.definition);
    return 'problem' in typed ? typed : { answer: forAll(question, typed.value) };
  }
  if (chosen.length === 0) return { problem: wizard.problems.choose };
  if (view.pick === 'many') {
    return { answer: Object.fromEntries(question.facts.map((fact) => [fact, chosen.includes(fact)])) };
  }
  const [value = ''] = chosen;
  const [fact = ''] = question.facts;
  return { answer: { [fact]: definitions[fact]?.type === 'boolean' ? value === 'true' : value } };
}

function forAll({ facts }: Question, value: number | null): Answer {
  return Object.fromEntries(facts.map((fact) => [fact, value]));
}

/** The answer as the resident reads it back, e.g. `1200 元`, `不清楚`. */
export function answerInWords(question: Question, definitions: Definitions, facts: FactValues): string {
  const { chosen = [], text } = draftFor(question, definitions, facts, undefined);
  if (chosen.includes(UNSURE)) return wizard.unsure;
  const view = viewOf(question, definitions);
  if (view.kind === 'number') return `${text ?? ''} ${view.unit}`.trim();
  return chosen.map((value) => view.choices.find((choice) => choice.value === value)?.label ?? value).join('、');
}
