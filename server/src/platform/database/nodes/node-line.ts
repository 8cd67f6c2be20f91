import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { errnoOf } from '../retryable';
import type { NodeSays } from './choose-writer';

const PATIENCE_MS = 2000;
/** Between two of these there is a look at what has arrived: a process that is late itself calls no node late for it. */
const SLICE_MS = 100;
const CONNECT_MS = 10_000;
/** The group takes about six seconds to give up a member that died; until then nothing is decided. */
const DECIDED_MS = 20_000;
const SYNCED = '4';
const DONOR = '2';
/**
 * A row of the leases: whichever node has it is written to. Before the first migration there is no such table, or none that
 * this account is shown.
 */
const ROW = 'database-writer';
const NO_TABLE = [1146, 1142];
const STATUS = `SHOW STATUS WHERE Variable_name IN
  ('wsrep_ready', 'wsrep_cluster_status', 'wsrep_local_state', 'wsrep_gcomm_uuid')`;

/** A connection of our own to one node, beside those that carry the work: to ask how it is, and to change the row. */
export class NodeLine {
  private connection: Promise<Connection> | undefined;

  constructor(readonly url: string) {}

  /** `late` when it does not answer in time, `gone` when it cannot be reached or is no member of a cluster. */
  ask(): Promise<NodeSays | 'late' | 'gone'> {
    return this.within(PATIENCE_MS, async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>(STATUS);
      const status = new Map(rows.map(({ Variable_name, Value }) => [String(Variable_name), String(Value)]));
      const uuid = status.get('wsrep_gcomm_uuid');
      if (!uuid) return 'gone';
      const state = status.get('wsrep_local_state') ?? '';
      const isPrimary = status.get('wsrep_cluster_status') === 'Primary' && status.get('wsrep_ready') === 'ON';
      const serves = isPrimary && (state === SYNCED || state === DONOR);
      const writer = serves ? await writerNamedBy(connection) : undefined;
      return { uuid, serves, isUpToDate: isPrimary && state === SYNCED, ...(writer ? { writer } : {}) };
    });
  }

  /**
   * Names this node the writer, if nobody else was named meanwhile. Resolves when the cluster has decided, and this node
   * has applied all that was decided before. False when it did not come to that.
   */
  async claim(uuid: string, instead: string | undefined): Promise<boolean> {
    const decided = await this.within(DECIDED_MS, async (connection) => {
      try {
        await connection.query("INSERT IGNORE INTO job_lease (name, holder, held_until) VALUES (?, '', '2000-01-01')", [
          ROW,
        ]);
        await connection.query(
          'UPDATE job_lease SET holder = ?, held_until = UTC_TIMESTAMP(3) WHERE name = ? AND holder = ?',
          [uuid, ROW, instead ?? ''],
        );
      } catch (error) {
        if (!NO_TABLE.includes(errnoOf(error) ?? 0)) throw error;
      }
      return true;
    });
    return decided === true && this.hasApplied();
  }

  /** Waits until this node shows everything that was acknowledged anywhere; false when it cannot say so. */
  async hasApplied(): Promise<boolean> {
    const applied = await this.within(DECIDED_MS, async (connection) => {
      await connection.query('SET SESSION wsrep_sync_wait = 1');
      await connection.query('SELECT 1 FROM DUAL');
      await connection.query('SET SESSION wsrep_sync_wait = 0');
      return true;
    });
    return applied === true;
  }

  hangUp(): void {
    void this.connection?.then((connection) => connection.destroy()).catch(() => undefined);
    this.connection = undefined;
  }

  /** Whatever fails or is late is no answer, and the next question goes over a new connection. */
  private async within<Result>(
    ms: number,
    work: (connection: Connection) => Promise<Result>,
  ): Promise<Result | 'late' | 'gone'> {
    const ended = new AbortController();
    const answer = this.connected()
      .then(work)
      .catch(() => 'gone' as const);
    const said = await Promise.race([answer, late(ms, ended.signal)]);
    ended.abort();
    if (said === 'late' || said === 'gone') this.hangUp();
    return said;
  }

  private connected(): Promise<Connection> {
    if (this.connection) return this.connection;
    const connecting = createConnection({ uri: this.url, connectTimeout: CONNECT_MS });
    const forget = () => {
      if (this.connection === connecting) this.connection = undefined;
    };
    connecting.then((connection) => connection.on('error', forget)).catch(forget);
    this.connection = connecting;
    return connecting;
  }
}

async function late(ms: number, signal: AbortSignal): Promise<'late'> {
  for (let left = ms; left > 0 && !signal.aborted; left -= SLICE_MS) {
    await pause(SLICE_MS, undefined, { signal }).catch(() => undefined);
  }
  return 'late';
}

async function writerNamedBy(connection: Connection): Promise<string | undefined> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT holder FROM job_lease WHERE name = ?', [ROW]);
    return String(rows[0]?.holder ?? '') || undefined;
  } catch (error) {
    if (NO_TABLE.includes(errnoOf(error) ?? 0)) return undefined;
    throw error;
  }
}
