import type { AmountRange, Clause, Interval } from '@jinmen/shared/eligibility/assessment';
import { yuan, yuanNumber } from '@jinmen/shared/kernel/money';
import { figureWords } from '../../copy/figures';
import { result } from '../../copy/result';
import { isMoney, labelOf, type Vocabulary } from './vocabulary';

/** `家里人均月收入 860 元，标准 1045 元`; `undefined` for a clause that no number decides. */
export function figuresOf(clause: Clause, vocabulary: Vocabulary): string | undefined {
  const { fact, value, threshold } = clause;
  if (typeof threshold !== 'number') return undefined;
  const money = isMoney(fact, vocabulary);
  const known = isOpen(clause) ? undefined : intervalOf(value);
  const line = result.line(money ? yuan(threshold) : String(threshold));
  if (known === undefined) return money ? line : undefined;
  const range = rangeInWords(known, money ? yuanNumber : String);
  return `${labelOf(fact, vocabulary)}${/^\d/.test(range) ? ' ' : ''}${money ? figureWords.yuan(range) : range}，${line}`;
}

/** A hundred thousand yuan a month: an upper end beyond it says only that nothing is known. */
const MOST_TELLING_FEN = 10_000_000;

/**
 * What is still open is not said in figures: a range up to a hundred million helps nobody. Where only an office can
 * settle the rest, what the answers come to at most is worth saying, however far it lies from the line.
 */
function isOpen({ outcome, value }: Clause): boolean {
  if (outcome === 'yes' || outcome === 'no') return false;
  const known = intervalOf(value);
  if (known === undefined) return true;
  if (known.min === known.max) return false;
  return outcome === 'missing' || known.max === undefined || known.max > MOST_TELLING_FEN;
}

/** By how much a number misses its line, in words; `undefined` unless both are known to the fen. */
export function missedBy({ fact, value, threshold }: Clause, vocabulary: Vocabulary): string | undefined {
  const known = intervalOf(value);
  if (typeof threshold !== 'number' || known?.min === undefined || known.min !== known.max) return undefined;
  if (!isMoney(fact, vocabulary) || known.min === threshold) return undefined;
  return known.min > threshold ? result.higher(yuan(known.min - threshold)) : result.lower(yuan(threshold - known.min));
}

/** `1000 元`, `最多 500 元`; `undefined` while nothing is known about the size. */
export function amountInWords({ min, max }: AmountRange): string | undefined {
  if (max === undefined && (min ?? 0) === 0) return undefined;
  return figureWords.yuan(
    rangeInWords({ ...(min !== undefined && { min }), ...(max !== undefined && { max }) }, yuanNumber),
  );
}

function intervalOf(value: Clause['value']): Interval | undefined {
  if (typeof value === 'number') return { min: value, max: value };
  if (typeof value !== 'object' || value === null) return undefined;
  return value.min === undefined && value.max === undefined ? undefined : value;
}

function rangeInWords({ min, max }: Interval, show: (value: number) => string): string {
  if (min !== undefined && min === max) return show(min);
  if (max === undefined) return result.atLeast(show(min ?? 0));
  if (min === undefined || min === 0) return result.atMost(show(max));
  return result.between(show(min), show(max));
}
