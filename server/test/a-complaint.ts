import { randomUUID } from 'node:crypto';
import { ComplaintsRepository } from '../src/modules/complaints/complaints.repository';
import type { TestServer } from './server';

/** A complaint about that office, for whoever answers it, with a number in it: whatever shows that is looked at. */
export async function aComplaint(
  { app }: TestServer,
  office: string,
  accountId: string = randomUUID(),
): Promise<string> {
  const said = { accountId, number: `TS${randomUUID().slice(0, 20)}`, kind: 'complaint' as const };
  const about = { text: '没有人接电话，我的号码是 １３８ ００ ００５６７８', dueOn: '2026-12-16' as const, office };
  return (await app.get(ComplaintsRepository, { strict: false }).add({ ...said, ...about })).row.id;
}
