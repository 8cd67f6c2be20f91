import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { IntegrityChecks, type Looked } from '../../../platform/integrity/integrity-checks';

/** The state of an application is what its cases say together, as `CaseEvents` settles it; they are signed, it is not. */
const OTHER_THAN_ITS_CASES = `SELECT * FROM (SELECT a.id, a.state, CASE WHEN COUNT(c.id) = 0 THEN 'draft'
    WHEN SUM(CASE WHEN c.state IN ('closed', 'withdrawn') THEN 0 ELSE 1 END) > 0 THEN 'open'
    WHEN SUM(CASE WHEN c.state = 'withdrawn' THEN 0 ELSE 1 END) = 0 THEN 'withdrawn' ELSE 'closed' END AS told
  FROM relief_application a LEFT JOIN relief_case c ON c.application_id = a.id GROUP BY a.id, a.state) settled
  WHERE state <> told ORDER BY id`;

@Injectable()
export class ApplicationRules {
  constructor(
    checks: IntegrityChecks,
    private readonly transactions: Transactions,
  ) {
    checks.add('applications', () => this.look());
  }

  private async look(): Promise<Looked> {
    const { manager } = this.transactions;
    const [row]: { many: number | string }[] = await manager.query('SELECT COUNT(*) AS many FROM relief_application');
    const wrong: { id: string; state: string; told: string }[] = await manager.query(OTHER_THAN_ITS_CASES);
    return {
      seen: `${Number(row?.many ?? 0)} beside their cases`,
      wrong: wrong.map(({ id, state, told }) => `application ${id} is ${state}, and its cases say ${told}`),
    };
  }
}
