import { foundNow } from '@jinmen/shared/applications/known-figures';
import type { ForWhom } from '@jinmen/shared/applications/subject';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { ApplicationAccess } from '../whom/application-access.service';
import { WhomGate } from '../whom/whom-gate.service';
import { ApplicationViews } from './application-views.service';
import { ApplicationsRepository } from './applications.repository';
import { begunWith } from './begun-with';
import { inCatalogueOrder } from './catalogue-order';
import type { Draft } from './draft-fields';

/** A new draft: whom it is about, and what an earlier one knew. */
@Injectable()
export class DraftBeginnings {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly views: ApplicationViews,
    private readonly access: ApplicationAccess,
    private readonly whom: WhomGate,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 at `programmes` for a code the catalogue lacks, 404 for somebody who is not theirs to act for. */
  async create(
    { accountId }: Resident,
    programmes: readonly string[],
    whom: ForWhom = {},
    after?: string,
  ): Promise<ApplicationView> {
    const codes = inCatalogueOrder(programmes);
    if (after !== undefined) await this.access.mustBeTheirs(accountId, after);
    const about = await this.whom.begin(accountId, whom, codes, after);
    const draft = after === undefined ? undefined : await this.begunWith(after, codes, about?.person.idNumber);
    const created = await this.applications.create(accountId, codes, draft);
    if (about) await this.whom.isAbout(created, about);
    return this.views.viewOf(created, accountId);
  }

  private async begunWith(after: string, programmes: readonly string[], applicant?: string): Promise<Draft> {
    const { draft } = await this.applications.get(after);
    const found = foundNow(await this.applications.evaluations(after));
    const now = this.clock.now().toISOString();
    const whom = applicant === undefined ? {} : { applicant };
    return begunWith({ draft, found, programmes, ...whom, today: this.clock.today(), now });
  }
}
