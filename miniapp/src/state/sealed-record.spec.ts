import { memoryVault, resetVault } from '../../test/memory-vault';
import { beginBorrowing, endBorrowing } from '../platform/borrowed';
import { keptKeys } from './kept-on-phone';
import { destroyRecord, sealedRecord } from './sealed-record';

const lists = (stored: unknown): readonly string[] => (Array.isArray(stored) ? stored : []);
const forgotten = jest.fn();
const record = sealedRecord<readonly string[]>(keptKeys.notices, (stored) => (Array.isArray(stored) ? stored : []), {
  forget: forgotten,
});

beforeEach(resetVault);
afterEach(endBorrowing);

describe('a record of the vault', () => {
  it('that a borrower changes a moment before giving the phone back never reaches the owner’s vault', async () => {
    await record.change(() => ['the owner’s']);
    beginBorrowing();
    const [one, other] = [record.change(() => ['a guest’s']), record.change((now) => [...now, 'and more'])];
    endBorrowing();
    await Promise.all([one, other]);
    expect(memoryVault.sealed.get(keptKeys.notices)).toBe(JSON.stringify(['the owner’s']));
    await expect(record.read()).resolves.toEqual(['the owner’s']);
  });

  it('that was asked for before the phone was lent is not shown to whoever borrowed it', async () => {
    await record.change(() => ['the owner’s']);
    const reading = record.read();
    beginBorrowing();
    await expect(reading).resolves.toEqual([]);
  });

  it('is gone with what lives in memory of it, and a look at it that was under way finds nothing', async () => {
    await record.change(() => ['read']);
    const reading = record.read();
    await expect(destroyRecord(keptKeys.notices)).resolves.toBe(true);
    expect(forgotten).toHaveBeenCalled();
    await expect(reading).resolves.toEqual([]);
    expect(memoryVault.sealed.size).toBe(0);
  });
});

describe('a record that does not open once', () => {
  const only = sealedRecord<readonly string[]>(keptKeys.reliefStatements, lists, { nowhereElse: true });

  it('and is nowhere else is not written over, and goes on as it was when it opens again', async () => {
    await only.change(() => ['typed']);
    memoryVault.unreadable = true;
    await expect(only.readIfOpens()).resolves.toBeUndefined();
    await expect(only.change(() => ['begun anew'])).resolves.toEqual({ kind: 'problem', problem: 'unreadable' });
    memoryVault.unreadable = false;
    await expect(only.change((now) => [...now, 'and more'])).resolves.toEqual({ kind: 'sealed' });
    await expect(only.readIfOpens()).resolves.toEqual(['typed', 'and more']);
  });

  it('can still be let go of', async () => {
    await only.change(() => ['typed']);
    memoryVault.unreadable = true;
    await expect(only.destroy()).resolves.toBe(true);
    expect(memoryVault.sealed.size).toBe(0);
  });

  it('and is a copy of what is elsewhere is written over', async () => {
    await record.change(() => ['of the last time']);
    memoryVault.unreadable = true;
    await expect(record.change(() => ['of now'])).resolves.toEqual({ kind: 'sealed' });
    memoryVault.unreadable = false;
    await expect(record.read()).resolves.toEqual(['of now']);
  });
});
