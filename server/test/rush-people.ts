import type { INestApplicationContext } from '@nestjs/common';
import { Session } from '../src/modules/sessions/session.entity';
import { SessionsService } from '../src/modules/sessions/sessions.service';
import { AccessTokens } from '../src/platform/auth/access-tokens';
import { Transactions } from '../src/platform/database/transactions';
import { confirm } from './confirmed';
import { numbered } from './relief-house';

const TOGETHER = 250;
const AT_ONCE = 4;
const A_DAY = 900;

/** So many residents with a session and a name a bureau confirmed, by the services every resident goes through. */
export async function makeInviters(app: INestApplicationContext, count: number): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const from = next;
      next = Math.min(count, from + TOGETHER);
      const to = next;
      await transactions.run(async () => {
        for (let index = from; index < to; index += 1) await makeOne(app, index);
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function makeOne(app: INestApplicationContext, index: number): Promise<void> {
  const { accessToken } = await app.get(SessionsService, { strict: false }).begin(`rush-${index}`);
  const accountId = app.get(AccessTokens, { strict: false }).read('resident', accessToken)?.subject ?? '';
  const year = 1970 + (Math.floor(index / A_DAY) % 30);
  const order = String(100 + (index % A_DAY)).padStart(3, '0');
  const month = String(1 + (Math.floor(index / A_DAY / 30) % 12)).padStart(2, '0');
  const idNumber = numbered(`${year}${month}15`, order);
  await confirm({ app }, accountId, '示例新人', idNumber);
}

/** Of everybody with a session, the first to come first. */
export async function tokensOf(
  { manager }: Transactions,
  tokens: AccessTokens,
  most: number,
): Promise<readonly string[]> {
  const sessions = await manager.find(Session, { order: { startedAt: 'ASC', id: 'ASC' }, take: most });
  return sessions.map(({ id, accountId }) => tokens.issue('resident', { subject: accountId, sessionId: id }));
}
