import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { IntegrityChecks, type Looked } from '../../../platform/integrity/integrity-checks';
import { DeletionLedger } from './deletion-ledger';

/** That whoever asked to be forgotten is gone, and that the ledger is the one in which all of them stand. */
@Injectable()
export class DeletionsCheck {
  constructor(
    checks: IntegrityChecks,
    private readonly ledger: DeletionLedger,
    private readonly transactions: Transactions,
  ) {
    checks.add('deletions', () => this.look());
  }

  private async look(): Promise<Looked> {
    const { accounts, broken } = this.ledger.read();
    const named = new Set(accounts);
    const back = (await this.ids('SELECT id FROM account')).filter((id) => named.has(id));
    // what the audit remembers and the ledger does not: another file, or one that was cut
    const deleted = await this.ids("SELECT DISTINCT person AS id FROM audit_row WHERE action = 'account.deleted'");
    const unnamed = deleted.filter((id) => !named.has(id));
    return {
      seen: `${named.size} in the ledger, ${deleted.length} in the audit`,
      wrong: [
        ...(broken > 0 ? [`${broken} lines of the ledger are not signed by us`] : []),
        ...back.map((id) => `account ${id} asked to be forgotten and is there`),
        ...unnamed.map((id) => `account ${id} was deleted and stands in no ledger`),
      ],
    };
  }

  private async ids(sql: string): Promise<string[]> {
    const rows: { id: string }[] = await this.transactions.manager.query(sql);
    return rows.map(({ id }) => id);
  }
}
