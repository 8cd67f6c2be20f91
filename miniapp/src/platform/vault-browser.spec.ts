/** @jest-environment node */
import 'fake-indexeddb/auto';
import { clear, createStore, entries, get, set } from 'idb-keyval';
import { browserVault } from './vault-browser';

const NAME = 'relief-kept';
const answers = { 'household.monthlyOtherIncomeFen': 240_000, words: '有残疾人' };
const database = createStore('jinmen-vault', 'sealed');

/** The browser without one of the things it usually has. */
function without(name: 'crypto' | 'indexedDB'): void {
  const had = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
  restores.push(() => had && Object.defineProperty(globalThis, name, had));
}
const restores: (() => unknown)[] = [];

describe('the vault in a browser', () => {
  beforeEach(() => clear(database));
  afterEach(() => {
    for (const restore of restores.splice(0)) restore();
  });

  it('gives back what it was given, and forgets it for good', async () => {
    expect(await browserVault.unseal(NAME)).toEqual({ kind: 'nothing' });
    expect(await browserVault.seal(NAME, answers)).toEqual({ kind: 'sealed' });
    expect(await browserVault.unseal(NAME)).toEqual({ kind: 'opened', value: answers });
    expect(await browserVault.destroy(NAME)).toBe(true);
    expect(await browserVault.unseal(NAME)).toEqual({ kind: 'nothing' });
  });

  it('shows nothing of it, nor its key, to whoever reads the database', async () => {
    await browserVault.seal(NAME, answers);
    const kept = await entries(database);
    const texts = kept.map(([, value]) =>
      value instanceof CryptoKey ? '' : Buffer.from((value as { data: ArrayBuffer }).data).toString('latin1'),
    );
    for (const told of ['240000', 'household', Buffer.from('残疾').toString('latin1')])
      expect(texts.join()).not.toContain(told);
    const key = await get<CryptoKey>('key', database);
    expect(key?.extractable).toBe(false);
    if (key) await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('seals the same thing differently each time, and all of it with one key', async () => {
    await Promise.all([browserVault.seal('one', answers), browserVault.seal('other', answers)]);
    const [one, other] = await Promise.all(['one', 'other'].map((name) => get(`sealed:${name}`, database)));
    expect(one.iv).not.toEqual(other.iv);
    expect(await browserVault.unseal('one')).toEqual({ kind: 'opened', value: answers });
    expect(await browserVault.unseal('other')).toEqual({ kind: 'opened', value: answers });
  });

  it('does not open a record that stands under another name, was changed, or lost its key', async () => {
    const unreadable = { kind: 'problem', problem: 'unreadable' };
    await browserVault.seal(NAME, answers);
    const record = await get(`sealed:${NAME}`, database);
    await set('sealed:other', record, database);
    expect(await browserVault.unseal('other')).toEqual(unreadable);
    const changed = new Uint8Array(record.data.slice(0));
    changed[0] = (changed[0] ?? 0) ^ 1;
    await set(`sealed:${NAME}`, { ...record, data: changed.buffer }, database);
    expect(await browserVault.unseal(NAME)).toEqual(unreadable);
    await set(`sealed:${NAME}`, record, database);
    await set('key', undefined, database);
    expect(await browserVault.unseal(NAME)).toEqual(unreadable);
  });

  it('on an address without encryption says so, and keeps nothing', async () => {
    without('crypto');
    expect(browserVault.obstacle()).toBe('insecure');
    expect(await browserVault.seal(NAME, answers)).toEqual({ kind: 'problem', problem: 'insecure' });
    expect(await browserVault.unseal(NAME)).toEqual({ kind: 'nothing' });
    expect(await browserVault.destroy(NAME)).toBe(true);
    expect(await entries(database)).toEqual([]);
  });

  it('whose storage is switched off, or full, refuses without a throw', async () => {
    await browserVault.seal(NAME, answers);
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await browserVault.seal(NAME, { other: 1 })).toEqual({ kind: 'problem', problem: 'refused' });
    jest.restoreAllMocks();
    expect(await browserVault.unseal(NAME)).toEqual({ kind: 'opened', value: answers });
    without('indexedDB');
    expect(browserVault.obstacle()).toBe('refused');
  });
});
