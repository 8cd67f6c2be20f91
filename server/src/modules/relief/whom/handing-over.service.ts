import { formOf } from '@jinmen/shared/applications/form';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Consents } from '../../consents/consents.port';
import { Dependants } from '../../dependants/dependants.port';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { asksForSensitive } from '../submission/ready';
import { ApplicationAccess } from './application-access.service';
import { ApplicationSubjects } from './application-subjects.repository';
import { whomProblems } from './problems';

/** The yes that anything of an application needs to be handed to a bureau: the first time, and each time after it. */
@Injectable()
export class HandingOver {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly access: ApplicationAccess,
    private readonly consents: Consents,
    private readonly subjects: ApplicationSubjects,
    private readonly dependants: Dependants,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever hands it over lets it go there, and what it says of body and money as well.
   * @throws Problem 403 `consent.required` with member `purpose`.
   */
  async agreed(accountId: string, { draft }: OpenedApplication, programmes: readonly string[]): Promise<void> {
    await this.consents.require(accountId, 'relief-application');
    if (asksForSensitive(formOf(programmes, draft.values, this.clock.today()))) {
      await this.consents.require(accountId, 'sensitive-circumstances');
    }
  }

  /**
   * Before more is said of one that was handed in, inside the transaction that says it: a yes that was taken back stops
   * what would follow, though not what the bureau has. Of a draft nothing leaves the house.
   * @throws Problem 404 when it is not theirs; 403 `consent.required`, also for a child under 14.
   */
  async mayGoOn(accountId: string, id: string): Promise<void> {
    await this.access.mustBeTheirs(accountId, id);
    const opened = await this.applications.getForUpdate(id);
    const { row } = opened;
    if (row.state === 'draft') return;
    await this.agreed(accountId, opened, row.programmes);
    const { dependantId } = (await this.subjects.find(id))?.row ?? {};
    if (!dependantId) return;
    const guarded = await this.dependants.find(row.accountId, dependantId);
    if (guarded?.waits === 'consent') throw whomProblems.notProven('consent');
  }
}
