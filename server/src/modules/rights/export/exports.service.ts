import type { CopiedSection, ExportView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { maskedName } from '../../../platform/masking';
import { People } from '../../identity/people.port';
import { matters } from '../catalogue/matters';
import { keptWords } from '../keeping/keeping';
import { basisWords } from '../words';
import { CopiedRows } from './copied-rows.service';
import { ExportLimit } from './export-limit.service';
import { ExportedLists } from './exported-lists.service';

const ONLY_HERE =
  '这份里只有您在这个微信里办的事。您更早还在别的微信里登记过姓名，在那里办的事，用那个微信要一份。要是那不是您登记的，打 12345。';

/** 给我一份: everything kept of somebody, by the field catalogue; of who is reached elsewhere, what this account holds. */
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
    const isReached = (await this.people.reaching(accountId)) !== undefined;
    const subject = { accountId, ...(person && isReached && { personId: person.personId }) };
    const sections: CopiedSection[] = [];
    for (const { code, title, purpose, basis, kept } of matters) {
      const records = await this.rows.of(code, subject, person ?? {});
      if (records.length === 0) continue;
      const keeps = keptWords(kept, this.config.keepDays);
      sections.push({ title, purpose, basis: basis.flatMap(basisWords), kept: keeps, records });
    }
    return {
      madeAt: this.clock.now().toISOString(),
      ...(person && { of: maskedName(person.name) }),
      ...(person && !isReached && { only: ONLY_HERE }),
      sections,
      ...(await this.lists.of(accountId)),
    };
  }
}
