import { standardsInForce } from './in-force';
import type { StandardRow } from './standard';

function row(key: string, value: number, from: StandardRow['from'], to?: StandardRow['to']): StandardRow {
  const source = { document: 'Tea House Rules', row: 'A.1', confidence: 'seed' } as const;
  return { key, value, unit: 'fen-once', from, ...(to && { to }), source };
}

const rows = [
  row('tea', 3, '2025-09-01'),
  row('tea', 2, '2020-09-01'),
  row('cake', 5, '2020-01-01', '2022-12-31'),
  row('cake', 6, '2024-01-01'),
];

function on(day: StandardRow['from']): readonly (readonly [string, number])[] {
  return standardsInForce(rows, day).map(({ key, value }) => [key, value] as const);
}

describe('standards in force', () => {
  it('hold from their first day, not the day before', () => {
    expect(on('2020-08-31')).toEqual([['cake', 5]]);
    expect(on('2020-09-01')).toEqual([
      ['cake', 5],
      ['tea', 2],
    ]);
  });

  it('end where the next of their key begins', () => {
    expect(on('2025-08-31')).toContainEqual(['tea', 2]);
    expect(on('2025-09-01')).toContainEqual(['tea', 3]);
  });

  it('hold through their last day, and nothing follows of itself', () => {
    expect(on('2022-12-31')).toContainEqual(['cake', 5]);
    expect(on('2023-01-01').map(([key]) => key)).toEqual(['tea']);
    expect(on('2024-01-01')).toContainEqual(['cake', 6]);
  });

  it('do not fall back to an older open row when a newer one has ended', () => {
    const ended = [row('tea', 2, '2020-01-01'), row('tea', 3, '2021-01-01', '2021-06-30')];
    expect(standardsInForce(ended, '2021-07-01')).toEqual([]);
  });

  it('give the same rows in the same order however the table is ordered', () => {
    const day = '2026-01-01';
    expect(standardsInForce([...rows].reverse(), day)).toEqual(standardsInForce(rows, day));
    expect(standardsInForce(rows, day).map(({ key }) => key)).toEqual(['cake', 'tea']);
  });

  it('are none on a day before every row, and none of an empty table', () => {
    expect(on('2000-01-01')).toEqual([]);
    expect(standardsInForce([], '2026-01-01')).toEqual([]);
  });
});
