import { memoryVault, resetVault } from '../../test/memory-vault';
import { keptKeys } from './kept-on-phone';
import type { KeptResult } from './kept-result';
import {
  bringBackWiped,
  forgetWiped,
  keepResult,
  MOST_KEPT,
  readKeptResults,
  UNDO_MS,
  useKeptResults,
  wipeKeptResults,
} from './kept-results';

const result = (id: string, keptAtMs = 1): KeptResult => ({
  id,
  keptAtMs,
  asOf: '2026-11-24',
  rulesVersion: '2026.11.3+x',
  facts: { 'guest.count': 3, 'guest.spendFen': null },
  asked: ['count', 'spend'],
  doors: ['general'],
  verdicts: [{ programme: 'tea-house-grant', title: '茶', verdict: 'likely' }],
});
const kept = () => useKeptResults.getState().results.map(({ id }) => id);
const onPhone = () => JSON.parse(memoryVault.sealed.get(keptKeys.reliefKept) ?? '[]') as KeptResult[];

beforeEach(() => {
  resetVault();
  forgetWiped();
  useKeptResults.setState({ results: [], read: false, problem: undefined, wiped: [] });
});

describe('kept results', () => {
  it('are there again after a restart, whole, the newest first', async () => {
    await keepResult(result('one'));
    await keepResult(result('two', 2));
    useKeptResults.setState({ results: [], read: false });
    await readKeptResults();
    expect(useKeptResults.getState()).toMatchObject({ results: [result('two', 2), result('one')], read: true });
  });

  it('kept at the same moment are both kept', async () => {
    await Promise.all(['one', 'two', 'three'].map((id) => keepResult(result(id))));
    expect(onPhone().map(({ id }) => id)).toEqual(['three', 'two', 'one']);
  });

  it('are never more than a few', async () => {
    for (let count = 0; count <= MOST_KEPT; count++) await keepResult(result(`r${count}`, count));
    expect(kept()).toEqual(['r5', 'r4', 'r3', 'r2', 'r1']);
  });

  it('that the phone refuses leave those that stand', async () => {
    await keepResult(result('one'));
    memoryVault.refuses = true;
    expect(await keepResult(result('two'))).toEqual({ kind: 'problem', problem: 'refused' });
    expect(kept()).toEqual(['one']);
    expect(onPhone()).toHaveLength(1);
  });

  it('that cannot be read are said to be so, and never written over', async () => {
    await keepResult(result('one'));
    memoryVault.unreadable = true;
    await readKeptResults();
    expect(useKeptResults.getState()).toMatchObject({ results: [], problem: 'unreadable' });
    expect(await keepResult(result('two'))).toEqual({ kind: 'problem', problem: 'unreadable' });
    expect(await wipeKeptResults(['one'])).toBe(false);
    expect(onPhone().map(({ id }) => id)).toEqual(['one']);
    expect(await wipeKeptResults()).toBe(true);
    expect(useKeptResults.getState().problem).toBeUndefined();
  });

  it.each([['a text'], [{ results: [] }]])('are unreadable when they are no list: %p', async (stored) => {
    memoryVault.sealed.set(keptKeys.reliefKept, JSON.stringify(stored));
    await readKeptResults();
    expect(useKeptResults.getState().problem).toBe('unreadable');
  });

  it('leave out one that is not whole', async () => {
    const { asOf: _asOf, ...half } = result('half');
    memoryVault.sealed.set(keptKeys.reliefKept, JSON.stringify([half, result('whole'), null]));
    await readKeptResults();
    expect(kept()).toEqual(['whole']);
  });
});

describe('wiping', () => {
  beforeEach(async () => {
    jest.useFakeTimers();
    await keepResult(result('one'));
    await keepResult(result('two', 2));
  });
  afterEach(() => jest.useRealTimers());

  it('takes one off the phone at once, and brings it back to its place', async () => {
    expect(await wipeKeptResults(['two'])).toBe(true);
    expect(onPhone().map(({ id }) => id)).toEqual(['one']);
    expect(await bringBackWiped()).toEqual({ kind: 'sealed' });
    expect(onPhone().map(({ id }) => id)).toEqual(['two', 'one']);
    expect(useKeptResults.getState().wiped).toEqual([]);
  });

  it('takes all off the phone, down to the record', async () => {
    await wipeKeptResults();
    expect(memoryVault.sealed.size).toBe(0);
    expect(useKeptResults.getState().wiped).toHaveLength(2);
    await bringBackWiped();
    expect(kept()).toEqual(['two', 'one']);
  });

  it('is forgotten in memory too when the moment is over', async () => {
    await wipeKeptResults();
    jest.advanceTimersByTime(UNDO_MS);
    expect(useKeptResults.getState().wiped).toEqual([]);
    await bringBackWiped();
    expect(kept()).toEqual([]);
  });

  it('that the phone does not allow says so and takes nothing', async () => {
    memoryVault.refuses = true;
    expect(await wipeKeptResults()).toBe(false);
    expect(kept()).toEqual(['two', 'one']);
    expect(useKeptResults.getState().wiped).toEqual([]);
  });

  it('can still be brought back after the phone refused to take them', async () => {
    await wipeKeptResults();
    memoryVault.refuses = true;
    expect(await bringBackWiped()).toEqual({ kind: 'problem', problem: 'refused' });
    memoryVault.refuses = false;
    await bringBackWiped();
    expect(kept()).toEqual(['two', 'one']);
  });
});
