import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { People } from '../../identity/people.port';
import { KeptFilers } from '../../relief/kept-filers.port';
import { personalTables } from '../catalogue/catalogue';
import type { PersonalTable } from '../catalogue/field-catalogue';
import { UnspokenPeople } from '../keeping/unspoken-people.service';
import { type Condition, lockRows, ownedBy } from '../owned-rows';
import { type Counts, RowRemoval } from '../row-removal.service';
import { HeldBack, notHeld } from './held-back.service';

/** Whoever's it was is dead; which colleagues did it stands with the request. */
const AFTER_DEATH = { kind: 'system', id: 'deceased-request' } as const;

/**
 * What goes with an account, by the catalogue: all that is its own, but for what an office has in hand and what is under a
 * legal hold. The person goes once no account and no row speaks of them.
 */
@Injectable()
export class AccountForgetting {
  constructor(
    private readonly transactions: Transactions,
    private readonly removal: RowRemoval,
    private readonly unspoken: UnspokenPeople,
    private readonly filers: KeptFilers,
    private readonly people: People,
    private readonly heldBack: HeldBack,
    private readonly audit: Audit,
  ) {}

  /**
   * All of it or nothing; twice is once. Whoever only these rows spoke of goes right after: themself, a child, somebody
   * they helped. `why`: the tap itself, a relative after their death, or the ledger that remembers it.
   */
  async forget(accountId: string, why: 'asked' | 'relative' | 'ledger'): Promise<Counts> {
    const { counts, people } = await this.transactions.run(() => this.removeOwn(accountId, why));
    for (const [table, count] of await this.unspoken.removeOf(people)) counts.set(table, count);
    return counts;
  }

  private async removeOwn(accountId: string, why: string): Promise<{ counts: Counts; people: string[] }> {
    const counts: Counts = new Map();
    const people = new Set<string>();
    await this.lockSignIns(accountId);
    await this.filers.keepOf(accountId);
    const held = await this.heldBack.lockedFor(accountId);
    // what hangs on a draft goes before what it hangs on
    for (const table of [...personalTables].reverse()) {
      const where = goneWith(table, accountId, notHeld(table.table, held));
      if (!where) continue;
      for (const id of await this.peopleIn(table, where)) people.add(id);
      await this.removal.remove(table.table, where, counts);
    }
    await this.people.left(accountId, [...people]);
    const rows = [...counts.values()].reduce((sum, each) => sum + each, 0);
    const actor = why === 'relative' ? AFTER_DEATH : ({ kind: 'resident', id: accountId } as const);
    if (rows === 0 && why === 'ledger') return { counts, people: [] };
    await this.audit.record({ action: 'account.deleted', actor, person: accountId, facts: { rows, why } });
    return { counts, people: [...people] };
  }

  /** Whoever signs in to it, or renews a session of it, meanwhile waits, and finds it gone: nothing is begun behind what goes. */
  private async lockSignIns(accountId: string): Promise<void> {
    const { manager } = this.transactions;
    await lockRows(manager, 'account', [accountId]);
    const sessions: { id: string }[] = await manager.query('SELECT id FROM session WHERE account_id = ?', [accountId]);
    if (sessions.length === 0) return;
    const ids = sessions.map(({ id }) => id);
    await lockRows(manager, 'session', ids);
  }

  private async peopleIn({ table, whose = [] }: PersonalTable, where: Condition): Promise<string[]> {
    const people: string[] = [];
    for (const tie of whose) {
      if ('in' in tie || tie.is !== 'person') continue;
      const rows: { id: string | null }[] = await this.transactions.manager.query(
        `SELECT ${tie.column} AS id FROM ${table} WHERE ${where.sql}`,
        [...where.values],
      );
      people.push(...rows.flatMap(({ id }) => id ?? []));
    }
    return people;
  }
}

/** By the account alone: what another phone of the same person holds is that phone's. */
function goneWith(table: PersonalTable, accountId: string, free: Condition | undefined): Condition | undefined {
  if (!table.whose || table.goes === 'kept') return undefined;
  const own = ownedBy(table, { accountId });
  if (!own) return undefined;
  const conditions = [own.sql, ...(table.goes ? [table.goes.where] : []), ...(free ? [free.sql] : [])];
  return { sql: conditions.join(' AND '), values: [...own.values, ...(free?.values ?? [])] };
}
