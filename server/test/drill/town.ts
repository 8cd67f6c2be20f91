import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Uploads } from '../../src/modules/uploads/uploads.port';
import { BlobStore } from '../../src/platform/blobs/blob-store';
import { insertRows } from '../../src/platform/database/rows';
import { Transactions } from '../../src/platform/database/transactions';
import { InboxEvent, inboxBody } from '../../src/platform/inbox/inbox-event.entity';
import { labelIn } from '../../src/platform/sealing/sealed-column';
import { Sealing } from '../../src/platform/sealing/sealing';
import { Asking, type Caller, type Heard, nothingHeard } from '../crash/asking';
import { Dice } from '../crash/dice';
import { Journeys, nothingTold, type Told } from '../crash/journeys';
import { openWindows, settle } from '../crash/town';
import { send } from '../resident';
import type { TestServer } from '../server';

const FILE_BYTES = 40_000;
const WORD_BYTES = 8000;
const BATCH = 100;
const STUCK_TRIES = 6000;

/** Newcomers join those who were there before it was put back, and all are held to what all were told. */
interface Before {
  readonly callers: readonly Caller[];
  readonly windowIds: readonly string[];
  readonly heard: Heard;
  readonly told: Told;
}

/** A server with people who book and hand in, some who leave, files, and a bureau's words; what all of them were told. */
export async function livelyTown(
  server: TestServer,
  seed: number,
  people: number,
  urls: () => readonly string[] = () => [server.url],
  before?: Before,
) {
  const callers = await settle(server, people + 3, before?.callers.length);
  // two leave, one only keeps files, the others come and go
  const [early, late, stays, ...others] = callers as [Caller, Caller, Caller, ...Caller[]];
  const windowIds = before?.windowIds ?? (await openWindows(server, [100_000, 100_000, 5]));
  const { heard, told } = before ?? { heard: nothingHeard(), told: nothingTold() };
  const fleet = {
    get urls() {
      return urls();
    },
  };
  const journeys = new Journeys(new Asking(fleet, new Dice(seed), heard), new Dice(seed), windowIds, told);
  let goesOn = true;
  const third = Math.ceil(others.length / 3);
  const crowd = () => [
    ...others.slice(third).map((caller) => journeys.booking(caller, () => goesOn)),
    ...others.slice(0, third).map((caller) => journeys.submission(caller, () => goesOn)),
  ];
  return {
    callers,
    windowIds,
    early,
    late,
    stays,
    heard,
    told,
    begin: () =>
      new Crowd(
        crowd(),
        () => heard.yes.size,
        () => (goesOn = false),
      ),
  };
}

export type Town = Awaited<ReturnType<typeof livelyTown>>;

/** People at their phones. */
class Crowd {
  constructor(
    private readonly everybody: readonly Promise<void>[],
    private readonly yeses: () => number,
    private readonly end: () => void,
  ) {}

  /** Until so many more were given something. */
  async given(more: number): Promise<void> {
    const enough = this.yeses() + more;
    for (let tries = 0; this.yeses() < enough; tries += 1) {
      if (tries === STUCK_TRIES) throw new Error('nobody is given anything any more');
      await Promise.race([pause(20), Promise.all(this.everybody)]);
    }
  }

  async stop(): Promise<void> {
    this.end();
    await Promise.all(this.everybody);
  }
}

export async function leave(server: TestServer, { token }: Caller): Promise<void> {
  const { status } = await send(server, 'DELETE', '/api/v1/me', undefined, { authorization: `Bearer ${token}` });
  if (status !== 204) throw new Error(`somebody could not leave: ${status}`);
}

/** Files as they lie once they were read, kept by their row. Their ids. */
export async function keepFiles(server: TestServer, { accountId }: Caller, count: number): Promise<readonly string[]> {
  const [blobs, uploads, transactions] = [
    server.app.get(BlobStore),
    server.app.get(Uploads, { strict: false }),
    server.app.get(Transactions),
  ];
  const ids: string[] = [];
  for (let kept = 0; kept < count; kept += 1) {
    const fileId = randomUUID();
    await blobs.put(fileId, randomBytes(FILE_BYTES));
    await transactions.run(() => uploads.keep({ fileId, kind: 'jpeg', bytes: FILE_BYTES, pages: 1 }, accountId));
    ids.push(fileId);
  }
  return ids;
}

/** Sealed words of a bureau, as many as make so much: a real city has them. */
export async function fill(server: TestServer, rows: number): Promise<void> {
  const [sealing, transactions] = [server.app.get(Sealing), server.app.get(Transactions)];
  for (let at = 0; at < rows; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, rows - at) }, () => {
      const id = randomUUID();
      const body = sealing.sealBytes(labelIn(inboxBody, id), randomBytes(WORD_BYTES));
      return { id, bureau: 'eldercare', eventId: id, outcome: 'applied', body, receivedAt: new Date() } as const;
    });
    await transactions.run(() => insertRows(transactions.manager, InboxEvent, batch));
  }
}

/** Until the bureaus have been told everything. */
export async function delivered(server: TestServer): Promise<void> {
  const left = "SELECT COUNT(*) AS many FROM outbox_message WHERE state = 'waiting' AND bureau <> 'wechat'";
  for (let tries = 0; tries < 6000; tries += 1) {
    const [row]: { many: number | string }[] = await server.app.get(Transactions).manager.query(left);
    if (Number(row?.many) === 0) return;
    await pause(100);
  }
  throw new Error('the bureaus were not told everything within ten minutes');
}
