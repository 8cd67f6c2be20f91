import { randomUUID } from 'node:crypto';
import { AccountsService } from '../src/modules/sessions/accounts.service';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

/** An account as a first sign-in makes it. Its id. */
export function anAccount({ app }: Pick<TestServer, 'app'>): Promise<string> {
  const accounts = app.get(AccountsService, { strict: false });
  return app.get(Transactions).run(() => accounts.findOrCreate(randomUUID()));
}
