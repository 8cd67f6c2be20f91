import type { CopiedRecord, CopiedSection, ExportView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { maskedName } from '../../../platform/masking';
import { People, type VerifiedPerson } from '../../identity/people.port';
import { matters } from '../catalogue/matters';
import { keptWords } from '../keeping/keeping';
import { basisWords } from '../words';
import { CopiedRows } from './copied-rows.service';
import { ExportedLists } from './exported-lists.service';

const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 10;
const ACTION = 'data.copied';
/** 给我一份: everything kept of somebody, by the field catalogue. */
@Injectable()
export class Exports {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly rows: CopiedRows,
    private readonly lists: ExportedLists,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Problem 429 `export.too-many` */
  async of(accountId: string): Promise<ExportView> {
    await this.record(accountId);
    const person = await this.people.findOf(accountId);
    const sections: CopiedSection[] = [];
    for (const { code, title, purpose, basis, kept } of matters) {
      const records = await this.recordsOf(code, accountId, person);
      if (records.length === 0) continue;
      const keeps = keptWords(kept, this.config.keepDays);
      sections.push({ title, purpose, basis: basis.flatMap(basisWords), kept: keeps, records });
    }
    return {
      madeAt: this.clock.now().toISOString(),
      ...(person && { of: maskedName(person.name) }),
      sections,
      ...(await this.lists.of(accountId)),
    };
  }

  private recordsOf(matter: string, accountId: string, person?: VerifiedPerson): Promise<CopiedRecord[]> {
    return this.rows.of(matter, { accountId, ...(person && { personId: person.personId }) }, person ?? {});
  }

  private record(accountId: string): Promise<void> {
    return this.transactions.run(async () => {
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
