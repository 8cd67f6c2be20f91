import { setTimeout as pause } from 'node:timers/promises';
import { Audit } from '../../src/platform/audit/audit';
import { Transactions } from '../../src/platform/database/transactions';
import type { TestServer } from '../server';

const EVERY_MS = 10;
const ACTION = 'drill.heartbeat';

/** Acknowledged writes, one after the other, until there is no database any more; from them one sees what was lost. */
export class Heartbeat {
  private readonly acknowledged: { readonly beat: string; readonly at: number }[] = [];
  private beats = true;

  /** @param name of no other of this city. */
  constructor(
    private readonly server: TestServer,
    private readonly name: string,
  ) {
    void this.beat();
  }

  /** The moment the database was gone. */
  stop(): number {
    this.beats = false;
    return performance.now();
  }

  get count(): number {
    return this.acknowledged.length;
  }

  /** How far back the first acknowledged write lies that the other database does not have; 0 when it has them all. */
  async lostMs(restored: TestServer, gone: number): Promise<number> {
    const rows: { object: string }[] = await restored.app
      .get(Transactions)
      .manager.query('SELECT object FROM audit_row WHERE action = ?', [ACTION]);
    const there = new Set(rows.map(({ object }) => object));
    const first = this.acknowledged.find(({ beat, at }) => at <= gone && !there.has(beat));
    return first ? gone - first.at : 0;
  }

  private async beat(): Promise<void> {
    const [transactions, audit] = [this.server.app.get(Transactions), this.server.app.get(Audit)];
    for (let count = 0; this.beats; count += 1) {
      const beat = `beat:${this.name}-${count}`;
      const entry = { action: ACTION, actor: { kind: 'system', id: 'drill' }, object: beat } as const;
      const ok = await transactions
        .run(() => audit.record(entry))
        .then(
          () => true,
          () => false,
        );
      if (ok) this.acknowledged.push({ beat, at: performance.now() });
      await pause(EVERY_MS);
    }
  }
}
