import type { ExportView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accesses/accesses.service';
import { DisclosuresService } from '../disclosures/disclosures.service';

/** Of each list: the newest; whoever wants more reads them in the app. */
const LISTED = { limit: 50 } as const;

/** Who got and who looked, as the app shows it. */
@Injectable()
export class ExportedLists {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly accesses: Accesses,
  ) {}

  async of(accountId: string): Promise<Pick<ExportView, 'given' | 'seen'>> {
    const given = await this.disclosures.list(accountId, LISTED);
    const seen = await this.accesses.list(accountId, LISTED);
    return { given: given.items, seen: seen.items };
  }
}
