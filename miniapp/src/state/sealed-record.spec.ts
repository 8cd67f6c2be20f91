import { memoryVault, resetVault } from '../../test/memory-vault';
import { beginBorrowing, endBorrowing } from '../platform/borrowed';
import { keptKeys } from './kept-on-phone';
import { destroyRecord, sealedRecord } from './sealed-record';

const forgotten = jest.fn();
const record = sealedRecord<readonly string[]>(
  keptKeys.notices,
  (stored) => (Array.isArray(stored) ? stored : []),
  forgotten,
);

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
