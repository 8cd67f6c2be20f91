import type { CopiedRecord, CopiedSection, ExportView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { maskedName } from '../../../platform/masking';
import { People, type VerifiedPerson } from '../../identity/people.port';
import { matters } from '../catalogue/matters';
import { keptWords } from '../keeping/keeping';
import { basisWords } from '../words';
import { CopiedRows } from './copied-rows.service';
import { ExportLimit } from './export-limit.service';
import { ExportedLists } from './exported-lists.service';

/** 给我一份: everything kept of somebody, by the field catalogue. */
@Injectable()
export class Exports {
  constructor(
    private readonly limit: ExportLimit,
    private readonly people: People,
    private readonly rows: CopiedRows,
    private readonly lists: ExportedLists,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Problem 429 `export.too-many` */
  async of(accountId: string): Promise<ExportView> {
    await this.limit.count(accountId);
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
}
