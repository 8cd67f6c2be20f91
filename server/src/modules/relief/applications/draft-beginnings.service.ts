import { foundNow } from '@jinmen/shared/applications/known-figures';
import type { ForWhom } from '@jinmen/shared/applications/subject';
import type { ApplicationView, FoundFact } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { Accounts } from '../../sessions/accounts.port';
import { KnownFacts } from '../known-facts.port';
import { reliefProblems } from '../problems';
import { ApplicationAccess } from '../whom/application-access.service';
import { WhomGate } from '../whom/whom-gate.service';
import { ApplicationViews } from './application-views.service';
import { ApplicationsRepository } from './applications.repository';
import { begunWith } from './begun-with';
import { inCatalogueOrder } from './catalogue-order';
import { type Draft, EMPTY_DRAFT } from './draft-fields';

/** More than a helper fills in for a whole building; a script would go on for ever. */
const MOST_DRAFTS = 50;

/** A new draft: whom it is about, and what an earlier one, or another module, knew. */
@Injectable()
export class DraftBeginnings {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly accounts: Accounts,
    private readonly views: ApplicationViews,
    private readonly access: ApplicationAccess,
    private readonly whom: WhomGate,
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 400 at `programmes` for a code the catalogue lacks, 404 for somebody who is not theirs to act for, 409
   * `application.too-many-drafts` while fifty are not handed in.
   */
  async create(
    { accountId }: Resident,
    programmes: readonly string[],
    whom: ForWhom = {},
    after?: string,
  ): Promise<ApplicationView> {
    const codes = inCatalogueOrder(programmes);
    await this.accounts.inTurn(accountId);
    if ((await this.applications.draftsOf(accountId)) >= MOST_DRAFTS) throw reliefProblems.tooManyDrafts();
    if (after !== undefined) await this.access.mustBeTheirs(accountId, after);
    const about = await this.whom.begin(accountId, whom, codes, after);
    const draft = await this.beginning(accountId, codes, after, about?.person.idNumber);
    const created = await this.applications.create(accountId, codes, draft);
    if (about) await this.whom.isAbout(created, about);
    return this.views.viewOf(created, accountId);
  }

  /** What whoever helps told of their own family is no beginning of anybody else's. */
  private async beginning(
    accountId: string,
    codes: readonly string[],
    after: string | undefined,
    applicant: string | undefined,
  ): Promise<Draft | undefined> {
    if (after !== undefined) return this.begunWith(after, codes, applicant);
    return applicant === undefined ? this.knownBy(accountId, codes) : undefined;
  }

  /** What somebody told elsewhere and this form asks; none when it asks nothing of it. */
  private async knownBy(accountId: string, programmes: readonly string[]): Promise<Draft | undefined> {
    const found: FoundFact[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof KnownFacts)) continue;
      const { from } = instance;
      const facts = Object.entries(await instance.of(accountId));
      found.push(...facts.map(([fact, value]) => ({ fact, value, from })));
    }
    if (found.length === 0) return undefined;
    const [today, now] = [this.clock.today(), this.clock.now().toISOString()];
    const draft = begunWith({ draft: EMPTY_DRAFT, found, programmes, today, now });
    return Object.keys(draft.values).length === 0 ? undefined : draft;
  }

  private async begunWith(after: string, programmes: readonly string[], applicant?: string): Promise<Draft> {
    const { draft } = await this.applications.get(after);
    const found = foundNow(await this.applications.evaluations(after));
    const now = this.clock.now().toISOString();
    const whom = applicant === undefined ? {} : { applicant };
    return begunWith({ draft, found, programmes, ...whom, today: this.clock.today(), now });
  }
}
