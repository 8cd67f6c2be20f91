import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Like, Not } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { lockRows } from '../owned-rows';
import { HeldRows } from './held-rows.port';
import { holdWhy, LegalHold } from './legal-hold.entity';
import { retentionRules } from './retention-rules';

/** The tables whose rows may be held: parts go with the row they are part of, and what no rule removes needs no hold. */
export const holdable: readonly string[] = [...new Set(['person', ...retentionRules.map(({ table }) => table)])];

/** All SQL about legal holds: what a person said is not to be removed. */
@Injectable()
export class LegalHolds extends HeldRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {
    super();
  }

  /** `object`: `<table>:<id>`. Whether it is there; what is being removed at this moment is waited for, and then is not. */
  hold(object: string, who: string, why: string): Promise<boolean> {
    return this.transactions.run(async () => {
      if (!(await this.isThere(object))) return false;
      const id = randomUUID();
      const sealed = this.sealing.seal(labelIn(holdWhy, id), why);
      const row: LegalHold = { id, object, why: sealed, heldBy: who, heldAt: this.clock.now(), endedAt: null };
      await this.transactions.manager.insert(LegalHold, row);
      await this.record('legal-hold.begun', object, who, why);
      return true;
    });
  }

  /** Whether there was one. */
  async release(object: string, who: string, why: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const running = { object, endedAt: IsNull() };
      const { affected } = await this.transactions.manager.update(LegalHold, running, { endedAt: this.clock.now() });
      if (!affected) return false;
      await this.record('legal-hold.ended', object, who, why);
      return true;
    });
  }

  /** The ids of the rows of a table that stay. */
  async idsIn(table: string): Promise<readonly string[]> {
    const where = { object: Like(`${table}:%`), endedAt: IsNull() };
    const holds = await this.transactions.manager.findBy(LegalHold, where);
    return holds.map(({ object }) => object.slice(table.length + 1));
  }

  isHeld(table: string, id: string): Promise<boolean> {
    return this.transactions.manager.existsBy(LegalHold, { object: `${table}:${id}`, endedAt: IsNull() });
  }

  /** Table to the ids of rows that were held and are held no more, whether they are still there or not. */
  async released(): Promise<ReadonlyMap<string, readonly string[]>> {
    const ended = await this.transactions.manager.findBy(LegalHold, { endedAt: Not(IsNull()) });
    const rows = new Map<string, readonly string[]>();
    for (const { object } of ended) {
      const [table = '', id = ''] = object.split(':');
      if (!holdable.includes(table) || (await this.isHeld(table, id))) continue;
      rows.set(table, [...(rows.get(table) ?? []), id]);
    }
    return rows;
  }

  /** Behind the lock that whoever removes it takes before looking what is held. */
  private async isThere(object: string): Promise<boolean> {
    const [table = '', id = ''] = object.split(':');
    return (await lockRows(this.transactions.manager, table, [id])).length > 0;
  }

  private record(action: string, object: string, who: string, reason: string): Promise<void> {
    return this.audit.record({ action, actor: { kind: 'staff', id: who }, object, reason });
  }
}
