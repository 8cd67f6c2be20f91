import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository } from '../cases/cases.repository';
import { reliefProblems } from '../problems';
import { openProgrammes, WithdrawalActs } from './withdrawal-acts.service';

/** Taking back what has no answer yet: here at once, and each bureau is told. */
@Injectable()
export class Withdrawal {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly acts: WithdrawalActs,
    private readonly views: ApplicationViews,
    private readonly audit: Audit,
  ) {}

  /**
   * Inside the transaction of its idempotency key. Without `programmes` it is all that is open.
   * @throws Problem 409 `application.not-submitted` for a draft, `application.nothing-to-withdraw` when one of them has
   * its answer already, or nothing is open; nothing was taken back then.
   */
  async withdraw({ accountId }: Resident, id: string, programmes?: readonly string[]): Promise<ApplicationView> {
    const opened = await this.applications.getForUpdate(id);
    if (opened.row.state === 'draft') throw reliefProblems.notSubmitted();
    const cases = await this.cases.casesForUpdate(id);
    const open = cases.flatMap(openProgrammes);
    if (open.length === 0 || programmes?.some((code) => !open.includes(code))) throw reliefProblems.nothingToWithdraw();
    for (const each of cases) await this.acts.fromCase(each, programmes ?? open);
    await this.acts.afterwards(opened);
    const actor = { kind: 'resident', id: accountId } as const;
    const facts = { programmes: (programmes ?? open).join(' ') };
    await this.audit.record({
      action: 'relief-application.withdrawn',
      actor,
      object: `relief-application:${id}`,
      facts,
    });
    return this.views.find(id, accountId);
  }
}
