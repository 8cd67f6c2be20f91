import { SharedReads } from './shared-reads';

/** A source whose readings end when the test says so. */
function aSource() {
  const ends: (() => void)[] = [];
  let begun = 0;
  return {
    begun: () => begun,
    end: (index: number) => ends[index]?.(),
    read: () => {
      begun += 1;
      const answer = begun;
      return new Promise<number>((resolve) => ends.push(() => resolve(answer)));
    },
  };
}

describe('a reading many ask for at once', () => {
  it('is shared by all who came while another ran, and is none that had begun before they came', async () => {
    const source = aSource();
    const reads = new SharedReads<number>();
    const first = reads.read('month', source.read);
    const others = Array.from({ length: 50 }, () => reads.read('month', source.read));
    source.end(0);
    expect(await first).toBe(1);
    await Promise.resolve();
    source.end(1);
    expect(await Promise.all(others)).toEqual(Array(50).fill(2));
    expect(source.begun()).toBe(2);
  });

  it('is not held up by another one, nor by one that failed', async () => {
    const source = aSource();
    const reads = new SharedReads<number>();
    const failing = reads.read('month', () => Promise.reject(new Error('no database')));
    const after = reads.read('month', source.read);
    await expect(failing).rejects.toThrow('no database');
    await Promise.resolve();
    source.end(0);
    expect(await after).toBe(1);
    const other = reads.read('day', source.read);
    source.end(1);
    expect(await other).toBe(2);
  });
});
