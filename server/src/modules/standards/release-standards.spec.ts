import type { StandardRow } from '@jinmen/shared/standards/standard';
import { changesToward } from './release-standards';
import type { StoredRow } from './standards.repository';

const tea = (from: StandardRow['from'], value: number): StandardRow => ({
  key: 'tea',
  value,
  unit: 'fen-once',
  from,
  source: { document: '茶谱', row: 'A.1', confidence: 'official' },
});
const stored = (row: StandardRow, origin: StoredRow['origin']): StoredRow => ({ id: row.from, origin, row });

describe('following the release', () => {
  it('adds what is not there and changes nothing when all is the same', () => {
    const rows = [tea('2025-01-01', 1)];
    expect(changesToward(rows, [])).toEqual([{ after: rows[0], origin: 'release' }]);
    expect(changesToward(rows, [stored(tea('2025-01-01', 1), 'release')])).toEqual([]);
  });

  it('does not mind in which order a source names its fields', () => {
    const shuffled = {
      ...tea('2025-01-01', 1),
      source: { confidence: 'official', row: 'A.1', document: '茶谱' },
    } as const;
    expect(changesToward([tea('2025-01-01', 1)], [stored(shuffled, 'release')])).toEqual([]);
  });

  it('corrects a figure of an earlier release and takes away one the release no longer has', () => {
    const wrong = stored(tea('2025-01-01', 9), 'release');
    const gone = stored(tea('2024-01-01', 1), 'release');
    expect(changesToward([tea('2025-01-01', 1)], [wrong, gone])).toEqual([
      { before: gone, origin: 'release' },
      { before: wrong, after: tea('2025-01-01', 1), origin: 'release' },
    ]);
  });

  it('leaves alone what an operator set', () => {
    const theirs = stored(tea('2025-01-01', 5), 'operator');
    const added = stored(tea('2026-01-01', 6), 'operator');
    expect(changesToward([tea('2025-01-01', 1)], [theirs, added])).toEqual([]);
  });
});
