import { randomUUID } from 'node:crypto';
import { WaitingRepository } from '../src/modules/waiting-list/waiting.repository';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

/** Somebody at the end of the line, for whoever changes its order. */
export async function aWaiting(
  { app }: TestServer,
  { accountId = randomUUID(), phone }: { readonly accountId?: string; readonly phone?: string } = {},
): Promise<string> {
  const who = { accountId, personId: randomUUID() };
  const wishes = [{ pool: 'registration', site: 'jinmen-lake', day: '2026-12-05' as const }];
  const wanted = {
    service: 'marriage-registration',
    kind: 'marriage',
    wishes,
    told: { details: {}, ...(phone !== undefined && { phone }) },
  };
  const add = () => app.get(WaitingRepository, { strict: false }).add({ ...who, ...wanted });
  const added = await app.get(Transactions).run(add);
  if (!added) throw new Error('somebody new stands in the line already');
  return added.row.id;
}
