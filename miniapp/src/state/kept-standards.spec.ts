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
    expect(keptStandardsFrom({ rows: [row], fetchedAtMs: 1, etag: '"3"' })).toEqual({
      rows: [row],
      fetchedAtMs: 1,
      etag: '"3"',
    });
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
