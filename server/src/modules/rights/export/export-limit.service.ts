import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { Accounts } from '../../sessions/accounts.port';

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 10;
const ACTION = 'data.copied';

/** A copy opens everything there is of somebody: so often a day, each on record. */
@Injectable()
export class ExportLimit {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Of several at once only so many as are left of the day. @throws Problem 429 `export.too-many` */
  count(accountId: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.accounts.inTurn(accountId);
      const since = this.clock.instantBefore(DAY_MS);
      const where = { person: accountId, action: ACTION, at: MoreThan(since) };
      if ((await this.transactions.manager.countBy(AuditRow, where)) >= MOST_A_DAY) throw tooMany();
      await this.audit.record({ action: ACTION, actor: { kind: 'resident', id: accountId }, person: accountId });
    });
  }
}

function tooMany(): Problem {
  const words = '今天已经给过您好几份了，明天再要吧。急用可以到街道，或者打 12345。';
  return new Problem(429, 'export.too-many', words, [], { headers: { 'retry-after': '3600' } });
}
