import type { Page } from 'playwright-core';

/** Everything the page's origin keeps in the browser, as text a thief of the phone would read; keys and bytes alike. */
export function browserStorage(page: Page): Promise<{ readonly names: string[]; readonly databases: string }> {
  return page.evaluate(async () => {
    const entries: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        for (const read of [store.getAllKeys(), store.getAll()]) {
          const values = await new Promise<unknown[]>((resolve) => {
            read.onsuccess = () => resolve(read.result);
          });
          entries.push(JSON.stringify(values, (_key, value) => (isBytes(value) ? latin(value) : value)));
        }
      }
      database.close();
    }
    return { names: Object.keys(localStorage), databases: entries.join('\n') };

    function isBytes(value: unknown): value is ArrayBuffer | Uint8Array {
      return value instanceof ArrayBuffer || value instanceof Uint8Array;
    }
    function latin(bytes: ArrayBuffer | Uint8Array): string {
      return String.fromCharCode(...new Uint8Array(bytes));
    }
  });
}
