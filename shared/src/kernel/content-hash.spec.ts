import { contentHash } from './content-hash';

describe('the fingerprint of data', () => {
  it('is the same for the same data, on every machine and in every release', () => {
    expect(contentHash(['minimum-living-allowance', 104_500])).toBe(contentHash(['minimum-living-allowance', 104_500]));
    expect(contentHash([])).toBe('1mjsfpb3rfi');
    expect(contentHash({ line: 104_500, 标准: '低保' })).toBe('1ckm7b7233');
  });

  it('differs with a value, an order, a type or a name', () => {
    const all = [[1, 2], [2, 1], ['1', 2], [1, 2, null], { a: 1 }, { b: 1 }, [[1], 2]].map(contentHash);
    expect(new Set(all).size).toBe(all.length);
  });

  it('differs for each of a hundred thousand neighbouring figures', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, fen) => contentHash(['tea-line', fen])));
    expect(hashes.size).toBe(100_000);
  });

  it('is short enough to read aloud', () => {
    expect(contentHash('x'.repeat(10_000))).toMatch(/^[0-9a-z]{1,11}$/);
  });
});
