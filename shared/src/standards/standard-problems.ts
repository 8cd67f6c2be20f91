import { isCivilDate } from '../kernel/civil-date';
import { CONFIDENCES, isConfidence } from '../kernel/source';
import { isStandardUnit, STANDARD_UNITS, type StandardRow } from './standard';

export interface StandardProblem {
  readonly key: string;
  /** The row within the list, e.g. `rows[3].to`. */
  readonly at: string;
  readonly message: string;
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** More than any monthly or one-off sum in this field: a mistyped unit, not a figure. */
const MOST = 1_000_000_000;

/** What is wrong with a table of standards, row by row; empty when all of it may be used. */
export function standardProblems(rows: readonly StandardRow[]): readonly StandardProblem[] {
  const alone = rows.flatMap((row, index) => rowProblems(row, index));
  return alone.length > 0 ? alone : [...mixedUnits(rows), ...overlaps(rows)];
}

function rowProblems(row: StandardRow, index: number): StandardProblem[] {
  const key = typeof row?.key === 'string' ? row.key : '';
  const problems: StandardProblem[] = [];
  const say = (field: string, message: string) => problems.push({ key, at: `rows[${index}].${field}`, message });
  if (!KEY.test(key)) say('key', 'must be lower-case words joined by hyphens');
  if (!Number.isSafeInteger(row.value) || row.value < 0 || row.value > MOST)
    say('value', `must be a whole number from 0 to ${MOST} (money in fen)`);
  if (!isStandardUnit(row.unit)) say('unit', `must be one of ${STANDARD_UNITS.join(', ')}`);
  if (row.unit === 'flag' && row.value > 1) say('value', 'a flag is 0 or 1');
  if (!isCivilDate(row.from)) say('from', 'must be a day, YYYY-MM-DD');
  if (row.to !== undefined && !isCivilDate(row.to)) say('to', 'must be a day, YYYY-MM-DD');
  if (row.to !== undefined && row.to < row.from) say('to', `is before its own first day, ${row.from}`);
  if (!row.source?.document || !row.source.row)
    say('source', 'must name a document and its row in docs/policy-facts.md');
  else if (!isConfidence(row.source.confidence)) say('source.confidence', `must be one of ${CONFIDENCES.join(', ')}`);
  return problems;
}

/** A rule reads a key in one unit; the later of two that differ is the one named. */
function mixedUnits(rows: readonly StandardRow[]): StandardProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ key, unit }, index) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    const expected = before === undefined ? unit : rows[before]?.unit;
    if (unit === expected) return [];
    return [{ key, at: `rows[${index}].unit`, message: `is ${unit}, but rows[${before}] of this key is ${expected}` }];
  });
}

function overlaps(rows: readonly StandardRow[]): StandardProblem[] {
  const numbered = rows.map((row, index) => ({ row, index }));
  numbered.sort((a, b) => (a.row.key < b.row.key ? -1 : a.row.key > b.row.key ? 1 : a.row.from < b.row.from ? -1 : 1));
  return numbered.flatMap(({ row, index }, position) => {
    const next = numbered[position + 1];
    if (!next || next.row.key !== row.key) return [];
    const same = next.row.from === row.from;
    if (!same && (row.to === undefined || row.to < next.row.from)) return [];
    const days = `${row.from} … ${row.to ?? 'open'}`;
    const message = `overlaps rows[${next.index}], which begins on ${next.row.from} (this row: ${days})`;
    return [{ key: row.key, at: `rows[${index}].${same ? 'from' : 'to'}`, message }];
  });
}
