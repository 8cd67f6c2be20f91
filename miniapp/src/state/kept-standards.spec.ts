import { keptStandardsFrom } from './kept-standards';

const row = {
  key: 'tea-line',
  value: 104_500,
  unit: 'fen-per-person-month',
  from: '2025-09-01',
  source: { document: '茶规', row: 'A.1', confidence: 'seed' },
};

describe('a table of standards kept on the phone', () => {
  it('is used when it is whole', () => {
    const whole = { rows: [row], asOf: '2026-11-24', rulesVersion: '2026.11.3+abc', fetchedAtMs: 1, etag: '"3"' };
    expect(keptStandardsFrom(whole)).toEqual(whole);
  });

  it('by an older release is of the day it was fetched', () => {
    const fetchedAtMs = Date.UTC(2026, 10, 23, 16);
    expect(keptStandardsFrom({ rows: [row], fetchedAtMs })?.asOf).toBe('2026-11-24');
  });

  it.each([
    ['nothing', undefined],
    ['no rows at all', { rows: [], fetchedAtMs: 1 }],
    ['a row with half a fen', { rows: [row, { ...row, value: 1.5 }], fetchedAtMs: 1 }],
    ['a row from no real day', { rows: [{ ...row, from: '2025-02-30' }], fetchedAtMs: 1 }],
    ['a row without a source', { rows: [{ ...row, source: undefined }], fetchedAtMs: 1 }],
    ['no time', { rows: [row] }],
  ])('is not used when it is %s', (_what, stored) => {
    expect(keptStandardsFrom(stored)).toBeUndefined();
  });
});
