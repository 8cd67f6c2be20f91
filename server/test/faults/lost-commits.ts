import { randomUUID } from 'node:crypto';
import { Dice } from '../crash/dice';
import { KIND, SERVICE } from '../crash/journeys';
import { FaultHouse } from './house';
import { errorPacket } from './mysql-packets';
import { type FaultRun, type Kept, none } from './promises';

const CONFLICTS = [1213, 1205, 1020];

/** The line to the database breaks behind a commit, and conflicts are made up: one key has one booking all the same. */
export async function lostCommits(run: FaultRun): Promise<readonly Kept[]> {
  const house = await FaultHouse.open(run, run.times * 2);
  try {
    const { url } = await house.boot();
    const crowd = house.crowd(() => url);
    const dice = new Dice(run.seed);
    const wrong: Record<string, string[]> = { commit: [], conflict: [] };
    for (const [at, { token, accountId }] of house.callers.entries()) {
      const kind = at % 2 === 0 ? 'commit' : 'conflict';
      if (kind === 'commit')
        await house.toDatabase.set('cutReply', { times: 1, of: (bytes) => bytes.includes('COMMIT') });
      else {
        const code = dice.one(CONFLICTS);
        const of = (bytes: Buffer) => /INSERT INTO .booking|UPDATE .slot_window/.test(bytes.toString('latin1'));
        await house.toDatabase.set('instead', { times: 1, of, reply: errorPacket(code) });
      }
      const key = randomUUID();
      const body = { service: SERVICE, kind: KIND, windowId: house.windowIds[0] };
      const wish = { method: 'POST', path: '/bookings', body, token } as const;
      const first = await crowd.ask(wish, key);
      await house.toDatabase.set('none');
      const again = await crowd.ask(wish, key);
      const rows = await house.sql<{ id: string }>(
        `SELECT booking_id AS id FROM booking_party WHERE account_id = '${accountId}'`,
      );
      if (again.status !== 201 || rows.length !== 1)
        wrong[kind]?.push(`${first.status}, ${again.status}, ${rows.length} bookings`);
      if (first.status !== 503 && first.status !== 201) wrong[kind]?.push(`first ${first.status} ${first.text}`);
    }
    await crowd.close();
    return [
      none(`the answer to a commit was lost ${run.times} times: one key, one booking`, wrong.commit ?? []),
      none(`${run.times} conflicts (1213, 1205, 1020) are nobody’s business`, wrong.conflict ?? []),
    ];
  } finally {
    await house.close();
  }
}
