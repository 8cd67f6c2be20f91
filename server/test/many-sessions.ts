import { randomUUID } from 'node:crypto';
import { SessionsService } from '../src/modules/sessions/sessions.service';
import { AccessTokens } from '../src/platform/auth/access-tokens';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

export interface SignedIn {
  readonly accountId: string;
  readonly accessToken: string;
}

const TOGETHER = 500;

/** So many residents, each of an account of their own, signed in by the real service; some hundred to a transaction. */
export async function manySessions({ app }: Pick<TestServer, 'app'>, count: number): Promise<readonly SignedIn[]> {
  const sessions = app.get(SessionsService, { strict: false });
  const tokens = app.get(AccessTokens, { strict: false });
  const transactions = app.get(Transactions, { strict: false });
  const beginSome = async (some: number) => {
    const begun: SignedIn[] = [];
    for (let at = 0; at < some; at += 1) {
      const { accessToken } = await sessions.begin(`crowd-${randomUUID()}`);
      const accountId = tokens.read('resident', accessToken)?.subject ?? '';
      begun.push({ accountId, accessToken });
    }
    return begun;
  };
  const all: SignedIn[] = [];
  while (all.length < count) {
    all.push(...(await transactions.run(() => beginSome(Math.min(TOGETHER, count - all.length)))));
  }
  return all;
}
