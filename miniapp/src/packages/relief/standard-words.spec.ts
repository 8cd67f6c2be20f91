import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardValue } from './standard-words';

const row = (value: number, unit: StandardRow['unit']): StandardRow => ({
  key: 'tea-line',
  value,
  unit,
  from: '2026-01-01',
  source: { document: '茶规〔2026〕1号', row: 'A.1', confidence: 'seed' },
});

it.each([
  [1_500, 'permille', '1.5 倍'],
  [1_000, 'permille', '1 倍'],
  [600, 'permille', '60%'],
  [36, 'months', '36 个月'],
] as const)('%p %s is said as %s: a part of something in percent, a multiple as one', (value, unit, words) => {
  expect(standardValue(row(value, unit))).toBe(words);
});
