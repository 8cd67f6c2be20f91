import { randomBytes, randomUUID } from 'node:crypto';
import { Account } from '../src/modules/sessions/account.entity';
import { AccountsService } from '../src/modules/sessions/accounts.service';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

/** An account as a first sign-in makes it. Its id. */
export function anAccount({ app }: Pick<TestServer, 'app'>): Promise<string> {
  const accounts = app.get(AccountsService, { strict: false });
  return app.get(Transactions).run(() => accounts.findOrCreate(randomUUID()));
}

/** The row of somebody whose id a house made up, for what holds on to it. */
export async function accountOf({ app }: Pick<TestServer, 'app'>, id: string): Promise<void> {
  const openid = { openid: Buffer.alloc(1), openidKeyId: 1, openidDigest: randomBytes(32) };
  await app.get(Transactions).manager.insert(Account, { id, ...openid, createdAt: new Date() });
}
