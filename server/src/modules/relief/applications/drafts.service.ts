import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationListItem, ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { reliefProblems } from '../problems';
import { ApplicationAccess } from '../whom/application-access.service';
import { WhomGate } from '../whom/whom-gate.service';
import { ApplicationViews } from './application-views.service';
import { ApplicationsRepository, type OpenedApplication } from './applications.repository';
import { inCatalogueOrder } from './catalogue-order';
import { isThereAlready, laidOver, unkeepable } from './draft-fields';

export interface DraftChange {
  readonly version: number;
  readonly fields?: FieldValues;
  readonly programmes?: readonly string[];
}

/** Drafts: what a resident has typed, kept as typed. Nothing leaves the house from here. */
@Injectable()
export class Drafts {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly views: ApplicationViews,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly access: ApplicationAccess,
    private readonly whom: WhomGate,
  ) {}

  async list({ accountId }: Resident, page: PageRequest): Promise<Page<ApplicationListItem>> {
    const found = await this.applications.list(await this.access.listOf(accountId), page);
    const place = ({ row }: OpenedApplication) => ({ at: row.updatedAt, id: row.id });
    const { items, ...more } = pageOf(found, page.limit, place, (opened) => opened);
    return { items: await Promise.all(items.map((opened) => this.views.listItem(opened, accountId))), ...more };
  }

  /**
   * Lays the given fields over the draft. A change that is there already is taken again without a complaint, however old
   * its version: a reply may have been lost.
   * @throws Problem 400 at the fields that cannot be kept, 409 `application.stale` or `application.already-submitted`
   * with what stands here; 404 when the right to it ended meanwhile; nothing was changed then.
   */
  change(
    { accountId }: Resident,
    id: string,
    { version, fields = {}, programmes }: DraftChange,
  ): Promise<ApplicationView> {
    return this.transactions.run(async () => {
      await this.access.mustBeTheirs(accountId, id);
      const opened = await this.applications.getForUpdate(id);
      const { row, draft } = opened;
      const view = (shown: OpenedApplication) => this.views.viewOf(shown, accountId);
      if (row.state !== 'draft') throw reliefProblems.alreadySubmitted(await view(opened));
      const problems = unkeepable(fields, draft, this.clock.today());
      if (problems.length > 0) throw reliefProblems.unkeepable(problems);
      const chosen = programmes ? inCatalogueOrder(programmes) : row.programmes;
      if (isThereAlready(draft, fields) && chosen.join() === row.programmes.join()) return view(opened);
      if (row.version !== version) throw reliefProblems.stale(await view(opened));
      await this.whom.mayAskFor(id, chosen);
      const changed = laidOver(draft, fields, this.clock.now().toISOString());
      const next = { version: version + 1, programmes: [...chosen] };
      return view(await this.applications.write({ row, draft: changed }, next));
    });
  }
}
