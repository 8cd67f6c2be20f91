import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Like } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { lockRows } from '../owned-rows';
import { holdWhy, LegalHold } from './legal-hold.entity';
import { retentionRules } from './retention-rules';

/** All SQL about legal holds: what a person said is not to be removed. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

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

  /** Behind the lock a run takes before it looks what is held. What goes by no rule has no run to fear. */
  private async isThere(object: string): Promise<boolean> {
    const [table = '', id = ''] = object.split(':');
    if (table !== 'person' && !retentionRules.some((rule) => rule.table === table)) return true;
    return (await lockRows(this.transactions.manager, table, [id])).length > 0;
  }

  private record(action: string, object: string, who: string, reason: string): Promise<void> {
    return this.audit.record({ action, actor: { kind: 'staff', id: who }, object, reason });
  }
}
