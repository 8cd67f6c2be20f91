import type { FieldValues } from '@jinmen/shared/applications/field';
import { foundNow } from '@jinmen/shared/applications/known-figures';
import type { ForWhom } from '@jinmen/shared/applications/subject';
import type { ApplicationListItem, ApplicationView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { problems } from '../../../platform/http/problem';
import { Uploads } from '../../uploads/uploads.port';
import { PapersRepository } from '../papers/papers.repository';
import { reliefProblems } from '../problems';
import { ApplicationViews } from './application-views.service';
import { ApplicationsRepository, type OpenedApplication } from './applications.repository';
import { begunWith } from './begun-with';
import { type Draft, isThereAlready, laidOver, unkeepable } from './draft-fields';

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
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly papers: PapersRepository,
    private readonly uploads: Uploads,
  ) {}

  /** @throws Problem 400 at `programmes` for a code the catalogue lacks, 404 for somebody who is not theirs to act for. */
  async create(
    { accountId }: Resident,
    programmes: readonly string[],
    whom: ForWhom = {},
    after?: string,
  ): Promise<ApplicationView> {
    if (whom.dependant !== undefined || whom.mandate !== undefined) throw problems.notFound();
    const codes = inCatalogueOrder(programmes);
    const draft = after === undefined ? undefined : await this.begunWith(accountId, after, codes);
    return this.views.viewOf(await this.applications.create(accountId, codes, draft));
  }

  /** @throws Problem 404 for an application of somebody else. */
  private async begunWith(accountId: string, after: string, programmes: readonly string[]): Promise<Draft> {
    if (!(await this.applications.belongsTo(after, accountId))) throw problems.notFound();
    const { draft } = await this.applications.get(after);
    const found = foundNow(await this.applications.evaluations(after));
    const now = this.clock.now().toISOString();
    return begunWith({ draft, found, programmes, today: this.clock.today(), now });
  }

  async list({ accountId }: Resident, page: PageRequest): Promise<Page<ApplicationListItem>> {
    const found = await this.applications.list(accountId, page);
    const place = ({ row }: OpenedApplication) => ({ at: row.updatedAt, id: row.id });
    const { items, ...more } = pageOf(found, page.limit, place, (opened) => opened);
    return { items: await Promise.all(items.map((opened) => this.views.listItem(opened))), ...more };
  }

  /**
   * Lays the given fields over the draft. A change that is there already is taken again without a complaint, however old
   * its version: a reply may have been lost.
   * @throws Problem 400 at the fields that cannot be kept, 409 `application.stale` or `application.already-submitted`
   * with what stands here; nothing was changed then.
   */
  change(id: string, { version, fields = {}, programmes }: DraftChange): Promise<ApplicationView> {
    return this.transactions.run(async () => {
      const opened = await this.applications.getForUpdate(id);
      const { row, draft } = opened;
      if (row.state !== 'draft') throw reliefProblems.alreadySubmitted(await this.views.viewOf(opened));
      const problems = unkeepable(fields, draft, this.clock.today());
      if (problems.length > 0) throw reliefProblems.unkeepable(problems);
      const chosen = programmes ? inCatalogueOrder(programmes) : row.programmes;
      if (isThereAlready(draft, fields) && chosen.join() === row.programmes.join()) return this.views.viewOf(opened);
      if (row.version !== version) throw reliefProblems.stale(await this.views.viewOf(opened));
      const changed = laidOver(draft, fields, this.clock.now().toISOString());
      const next = { version: version + 1, programmes: [...chosen] };
      return this.views.viewOf(await this.applications.write({ row, draft: changed }, next));
    });
  }

  /** @throws Problem 409 `application.draft-only` once it was handed in. */
  async delete({ accountId }: Resident, id: string): Promise<void> {
    await this.transactions.run(async () => {
      const { row } = await this.applications.getForUpdate(id);
      if (row.state !== 'draft') throw reliefProblems.draftOnly();
      await this.uploads.forget(await this.papers.removeAll(id));
      await this.applications.deleteDraft(id);
      const actor = { kind: 'resident', id: accountId } as const;
      await this.audit.record({ action: 'relief-application.deleted', actor, object: `relief-application:${id}` });
    });
  }
}

function inCatalogueOrder(codes: readonly string[]): readonly string[] {
  const known = catalogue.map(({ code }) => code);
  if (!codes.every((code) => known.includes(code))) throw reliefProblems.unknownProgrammes();
  return known.filter((code) => codes.includes(code));
}
