import { type CivilDate, isCivilDate } from '../kernel/civil-date';
import { largeYuan } from '../kernel/money';
import type { FactDefinition } from './fact';

export type FactProblemCode =
  | 'fact.unknown'
  | 'fact.wrong-type'
  | 'fact.out-of-range'
  | 'fact.in-future'
  | 'fact.not-an-option'
  | 'fact.staff-only'
  | 'fact.not-an-object';

/** One thing wrong with declared facts, in words a resident understands. */
export interface FactProblem {
  readonly fact: string;
  readonly code: FactProblemCode;
  readonly message: string;
}

/**
 * Everything wrong with declared facts; empty when the engine may have them. `null` (不清楚) is always right, a day after
 * `today` is not. Phone and server call the same check, so a field is refused with the same words on both.
 */
export function factProblems(
  definitions: Readonly<Record<string, FactDefinition>>,
  input: unknown,
  today: CivilDate,
): readonly FactProblem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return [{ fact: '', code: 'fact.not-an-object', message: '没有看懂这些回答，请重新填一次。' }];
  return Object.entries(input).flatMap(([fact, value]) => {
    const definition = Object.hasOwn(definitions, fact) ? definitions[fact] : undefined;
    const problem = definition ? problemOf(definition, value, today) : unknownFact();
    return problem ? [{ fact, ...problem }] : [];
  });
}

type Problem = Pick<FactProblem, 'code' | 'message'> | undefined;

function unknownFact(): Problem {
  return { code: 'fact.unknown', message: '没有这一项，请更新小程序再试。' };
}

function problemOf(definition: FactDefinition, value: unknown, today: CivilDate): Problem {
  if (value === null && definition.type !== 'staff') return undefined;
  switch (definition.type) {
    case 'staff':
      return { code: 'fact.staff-only', message: `${definition.label}由街道核定，不用填。` };
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType('请选“是”或“不是”。');
    case 'choice':
      return choiceProblem(definition.options, value);
    case 'date':
      return dateProblem(definition.earliest, value, today);
    case 'count':
      return numberProblem(value, definition.min, definition.max, {
        type: '请填一个整数。',
        range: `请填 ${definition.min} 到 ${definition.max} 之间的数。`,
      });
    case 'money':
      return numberProblem(value, 0, definition.max, {
        type: '请填钱数，最多到分。',
        range: `请填 0 到 ${largeYuan(definition.max)}之间的数。`,
      });
  }
}

function choiceProblem(options: readonly { readonly value: string }[], value: unknown): Problem {
  if (typeof value !== 'string') return wrongType('请从给出的选项里选一个。');
  if (options.some((option) => option.value === value)) return undefined;
  return { code: 'fact.not-an-option', message: '请从给出的选项里选一个。' };
}

function dateProblem(earliest: CivilDate, value: unknown, today: CivilDate): Problem {
  if (typeof value !== 'string') return wrongType('请选一个日子。');
  if (!isCivilDate(value)) return { code: 'fact.out-of-range', message: '没有这一天，请再看看。' };
  if (value > today) return { code: 'fact.in-future', message: '这一天还没到，请再看看。' };
  return value < earliest ? { code: 'fact.out-of-range', message: `请填 ${earliest} 以后的日子。` } : undefined;
}

function numberProblem(value: unknown, min: number, max: number, words: { type: string; range: string }): Problem {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(words.type);
  if (value < min || value > max) return { code: 'fact.out-of-range', message: words.range };
  return Number.isInteger(value) ? undefined : wrongType(words.type);
}

function wrongType(message: string): Problem {
  return { code: 'fact.wrong-type', message };
}
