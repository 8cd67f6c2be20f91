import type { AmountRange, Clause, Interval } from '@jinmen/shared/eligibility/assessment';
import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { yuan, yuanNumber } from '@jinmen/shared/kernel/money';
import { figureWords } from '../../copy/figures';
import { result } from '../../copy/result';
import { dayInWords } from '../../platform/clock';
import { labelOf, type Measure, measureOf, type Vocabulary } from './vocabulary';

/** `家里人均月收入 860 元，标准 1045 元`, `花费占全年收入 75%，标准 60%`; `undefined` for a clause that no number decides. */
export function figuresOf(clause: Clause, vocabulary: Vocabulary): string | undefined {
  const { fact, value, threshold } = clause;
  if (clause.deadline !== undefined) return daysOf(clause, clause.deadline, vocabulary);
  if (typeof threshold !== 'number') return undefined;
  const measure = measureOf(fact, vocabulary);
  if (measure === 'money' && threshold <= LEAST_SUM_FEN) return undefined;
  const known = isOpen(clause) ? undefined : intervalOf(value);
  const line = result.line(inMeasure(measure, threshold, threshold));
  if (known === undefined) return measure === 'plain' ? undefined : line;
  const number = (each: number) => (measure === 'money' ? yuanNumber(each) : inMeasure(measure, each, threshold));
  const range = rangeInWords(known, number);
  const words = measure === 'money' ? figureWords.yuan(range) : range;
  return `${labelOf(fact, vocabulary)}${/^\d/.test(range) ? ' ' : ''}${words}，${line}`;
}

function inMeasure(measure: Measure, value: number, threshold: number): string {
  switch (measure) {
    case 'money':
      return yuan(value);
    case 'share':
      return percent(value, threshold);
    case 'years':
      return figureWords.standard.years(String(value));
    case 'plain':
      return String(value);
  }
}

/** To a tenth of a percent, but never onto a line the share does not lie on: a hair below 60 % is 59.9%. */
function percent(permille: number, threshold: number): string {
  const near = Math.round(permille);
  const shown = near === threshold ? near + Math.sign(permille - threshold) : near;
  return figureWords.percent(String(shown / 10));
}

/** `火化的日子 2026 年 5 月 25 日，最后一天是 2026 年 11 月 25 日`: until when something is in time. */
function daysOf({ fact, value }: Clause, deadline: CivilDate, vocabulary: Vocabulary): string | undefined {
  if (!isCivilDate(value)) return undefined;
  return `${labelOf(fact, vocabulary)} ${dayInWords(value)}，${result.lastDay(dayInWords(deadline))}`;
}

/** Held against this, a sum is there or it is not: the clause says so, and no figure says more. */
const LEAST_SUM_FEN = 1;

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
  if (measureOf(fact, vocabulary) !== 'money' || known.min === threshold || threshold <= LEAST_SUM_FEN)
    return undefined;
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
