import type { ExportView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { GivenPapers } from '../../relief/given-papers.port';
import { Accesses } from '../accesses/accesses.service';
import { DisclosuresService } from '../disclosures/disclosures.service';

/** Of each list: the newest; whoever wants more reads them in the app. */
const LISTED = { limit: 50 } as const;

const PAPERS =
  '照片和文件本身不在这一份里，下面写着有哪些。要看哪一张，打开小程序里“我的数据”的“我交过的照片和文件”，点“看一看”；也可以到街道要。';

/** What was given as photos, who got and who looked, as the app shows it. */
@Injectable()
export class ExportedLists {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly accesses: Accesses,
    private readonly papers: GivenPapers,
  ) {}

  async of(accountId: string): Promise<Pick<ExportView, 'papers' | 'given' | 'seen'>> {
    const given = await this.disclosures.list(accountId, LISTED);
    const seen = await this.accesses.list(accountId, LISTED);
    const papers = { words: PAPERS, items: await this.papers.of(accountId) };
    return { papers, given: given.items, seen: seen.items };
  }
}
