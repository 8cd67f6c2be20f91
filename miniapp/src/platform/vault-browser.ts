import { createStore, del, get, set, type UseStore, update } from 'idb-keyval';
import type { Unsealed, Vault } from './vault-contract';

const DATABASE = 'jinmen-vault';
const KEY = 'key';
const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;

interface SealedRecord {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

let opened: UseStore | undefined;

/** One database for the key and for what it seals: a browser that clears one clears both. */
function store(): UseStore {
  opened ??= createStore(DATABASE, 'sealed');
  return opened;
}

/**
 * AES-GCM with a key the browser made, keeps and never shows, not even to this code. Each record is bound to its name,
 * so that one cannot be put in the place of another.
 */
export const browserVault: Vault = {
  obstacle() {
    if (typeof crypto === 'undefined' || crypto.subtle === undefined) return 'insecure';
    return typeof indexedDB === 'undefined' ? 'refused' : undefined;
  },

  async seal(name, value) {
    const problem = browserVault.obstacle();
    if (problem) return { kind: 'problem', problem };
    try {
      const key = await keyForSealing();
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const data = await crypto.subtle.encrypt(cipher(iv, name), key, bytesOf(JSON.stringify(value)));
      await set(recordOf(name), { iv, data } satisfies SealedRecord, store());
      return { kind: 'sealed' };
    } catch {
      return { kind: 'problem', problem: 'refused' };
    }
  },

  async unseal(name): Promise<Unsealed> {
    // Where nothing can be sealed, nothing was.
    if (browserVault.obstacle()) return { kind: 'nothing' };
    try {
      const [record, key] = await Promise.all([
        get<SealedRecord>(recordOf(name), store()),
        get<CryptoKey>(KEY, store()),
      ]);
      if (record === undefined) return { kind: 'nothing' };
      if (key === undefined) return { kind: 'problem', problem: 'unreadable' };
      const plain = await crypto.subtle.decrypt(cipher(record.iv, name), key, record.data);
      return { kind: 'opened', value: JSON.parse(new TextDecoder().decode(plain)) };
    } catch {
      return { kind: 'problem', problem: 'unreadable' };
    }
  },

  async destroy(name) {
    if (browserVault.obstacle()) return true;
    try {
      await del(recordOf(name), store());
      return true;
    } catch {
      return false;
    }
  },
};

function recordOf(name: string): string {
  return `sealed:${name}`;
}

function cipher(iv: SealedRecord['iv'], name: string): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: bytesOf(name) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

/** The key kept, or a new one. Two tabs that make one at once end up with the same. */
async function keyForSealing(): Promise<CryptoKey> {
  const kept = await get<CryptoKey>(KEY, store());
  if (kept !== undefined) return kept;
  const fresh = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  await update<CryptoKey>(KEY, (standing) => standing ?? fresh, store());
  return (await get<CryptoKey>(KEY, store())) ?? fresh;
}
