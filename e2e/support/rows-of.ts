import { createRequire } from 'node:module';
import { join } from 'node:path';

interface File {
  prepare(sql: string): { run(values: readonly unknown[]): { readonly changes: number } };
  close(): void;
}

const serversOwn = createRequire(join(__dirname, '../../server/package.json'));

/**
 * Changes rows of the embedded database behind a server's back, as somebody with the file could, while it is not running.
 * @param data the server's folder. Throws where nothing was changed.
 */
export function changeRows(data: string, sql: string, values: readonly unknown[]): void {
  // cast: the server's own driver; e2e has no types of it
  const Libsql = serversOwn('libsql') as new (path: string) => File;
  const file = new Libsql(join(data, 'jinmen.db'));
  try {
    if (file.prepare(sql).run(values).changes === 0) throw new Error(`no row: ${sql}`);
  } finally {
    file.close();
  }
}
