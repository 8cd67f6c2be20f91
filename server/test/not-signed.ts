import { Transactions } from '../src/platform/database/transactions';
import type { SignedTable } from '../src/platform/signed-rows/signed-rows';
import type { TestServer } from './server';

/** What somebody wrote past the server, a line each: all else is signed, whether or not that is asked for already. */
export async function notSigned(
  { app }: Pick<TestServer, 'app'>,
  of: abstract new (...args: never[]) => Pick<SignedTable, 'name' | 'page'>,
): Promise<readonly string[]> {
  const [table, transactions] = [app.get(of, { strict: false }), app.get(Transactions)];
  const found: string[] = [];
  for (let after = ''; ; ) {
    const from = after;
    const rows = await transactions.run(() => table.page(from, false));
    for (const { id, broken, unsigned } of rows) {
      const problem = broken ?? unsigned;
      if (problem !== undefined) found.push(`${table.name} ${id} ${problem}`);
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
  }
}
