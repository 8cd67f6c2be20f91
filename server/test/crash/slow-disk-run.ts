import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseAt } from '../database';
import { startDurableMariadb } from '../durable-mariadb';
import { send } from '../resident';
import { startServer } from '../server';
import { makeSlowDisk, type SlowDisk } from '../slow-disk/slow-disk';
import { askTwice, type ToldAgain } from '../slow-disk/told-again';
import type { Caller } from './asking';
import { startBureaus } from './bureaus';
import { serverEnv } from './crash';
import { Fleet } from './fleet';
import { KIND, SERVICE } from './journeys';
import { openWindows, settle } from './town';

const FLUSH_MS = 1500;

export interface SlowReplay extends ToldAgain {
  readonly what: string;
  readonly binaryLog: boolean;
}

/**
 * A key at one whole server, and again at another while the first commit is under way to a slow disk: a booking, which
 * goes through the lane, and its cancellation, which does not. None where a slow disk cannot be made.
 */
export async function replaysOnASlowDisk(binaryLog: boolean): Promise<readonly SlowReplay[] | undefined> {
  const disk = makeSlowDisk(FLUSH_MS);
  if (!disk) return undefined;
  const mariadb = await startDurableMariadb({ binaryLog, preload: disk.preload, env: disk.env });
  const database = await databaseAt(mariadb.url);
  const bureaus = await startBureaus();
  const env = serverEnv(database, bureaus);
  const fleet = new Fleet(2, () => env);
  try {
    const server = await startServer(env, database);
    const [caller] = await settle(server, 1);
    const [windowId = ''] = await openWindows(server, [10]);
    await server.stop();
    await fleet.start();
    if (!caller) throw new Error('nobody to ask');
    const wishes = new Wishes(fleet, caller, disk, { databaseUrl: database.config.databaseUrl ?? '', binaryLog });
    const booking = await wishes.twice('POST', '/bookings', { service: SERVICE, kind: KIND, windowId });
    return [booking, await wishes.twice('DELETE', `/bookings/${wishes.lastId}`)];
  } finally {
    disk.fast();
    await fleet.stop();
    await bureaus.close();
    await database.remove();
    await mariadb.stop();
    disk.remove();
  }
}

class Wishes {
  lastId = '';

  constructor(
    private readonly fleet: Fleet,
    private readonly caller: Caller,
    private readonly disk: SlowDisk,
    private readonly at: { readonly databaseUrl: string; readonly binaryLog: boolean },
  ) {}

  async twice(method: 'POST' | 'DELETE', path: string, body?: object): Promise<SlowReplay> {
    const key = randomUUID();
    const [one = '', other = ''] = this.fleet.urls;
    const ask = (url: string) => () => this.untilTold(url, method, path, key, body);
    const times = await askTwice({ disk: this.disk, ...this.at, key, first: ask(one), again: ask(other) });
    return { ...times, what: method === 'POST' ? 'booking' : 'cancelling', binaryLog: this.at.binaryLog };
  }

  private async untilTold(url: string, method: string, path: string, key: string, body?: object): Promise<void> {
    const headers = { authorization: `Bearer ${this.caller.token}`, 'idempotency-key': key };
    for (;;) {
      const reply = await send({ url }, method, `/api/v1${path}`, body, headers);
      if (reply.status < 300) {
        this.lastId = String(reply.body.id);
        return;
      }
      if (reply.body.code !== 'idempotency.in-flight') throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
      await pause(50);
    }
  }
}
