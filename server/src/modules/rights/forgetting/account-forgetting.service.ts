import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { KeptFilers } from '../../relief/kept-filers.port';
import { personalTables } from '../catalogue/catalogue';
import type { PersonalTable } from '../catalogue/field-catalogue';
import { type Condition, ownedBy } from '../owned-rows';
import { type Counts, RowRemoval } from '../row-removal.service';
import { Subjects } from '../subjects.service';

/**
 * What goes with an account, by the catalogue: all that is its own, but for what an office has in hand. The person goes
 * once no account and no row speaks of them.
 */
@Injectable()
export class AccountForgetting {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
    private readonly removal: RowRemoval,
    private readonly filers: KeptFilers,
    private readonly audit: Audit,
  ) {}

  /** All of it or nothing; twice is once. `why`: the tap itself, or the ledger that remembers it. */
  forget(accountId: string, why: 'asked' | 'ledger'): Promise<Counts> {
    return this.transactions.run(async () => {
      const counts: Counts = new Map();
      const { personId } = await this.subjects.of(accountId);
      await this.filers.keepOf(accountId);
      // what hangs on a draft goes before what it hangs on
      for (const table of [...personalTables].reverse()) {
        const where = goneWith(table, accountId);
        if (where) await this.removal.remove(table.table, where, counts);
      }
      if (personId !== undefined && !(await this.isSpokenOf(personId)))
        await this.removal.remove('person', { sql: 'id = ?', values: [personId] }, counts);
      const rows = [...counts.values()].reduce((sum, each) => sum + each, 0);
      const actor = { kind: 'resident', id: accountId } as const;
      await this.audit.record({ action: 'account.deleted', actor, person: accountId, facts: { rows, why } });
      return counts;
    });
  }

  private async isSpokenOf(personId: string): Promise<boolean> {
    for (const { table, whose = [] } of personalTables) {
      if (table === 'person' || table === 'audit_row') continue;
      for (const tie of whose) {
        if ('in' in tie || tie.is !== 'person') continue;
        const rows: unknown[] = await this.transactions.manager.query(
          `SELECT 1 FROM ${table} WHERE ${tie.column} = ? LIMIT 1`,
          [personId],
        );
        if (rows.length > 0) return true;
      }
    }
    return false;
  }
}

/** By the account alone: what another phone of the same person holds is that phone's. */
function goneWith(table: PersonalTable, accountId: string): Condition | undefined {
  if (!table.whose || table.goes === 'kept') return undefined;
  const own = ownedBy(table, { accountId });
  if (!own || !table.goes) return own;
  return { sql: `${own.sql} AND ${table.goes.where}`, values: own.values };
}
