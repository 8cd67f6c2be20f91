import { Injectable } from '@nestjs/common';
import { problems } from '../../../platform/http/problem';
import { Mandates } from '../../mandates/mandates.port';
import { ApplicationsRepository, type Whose } from '../applications/applications.repository';
import { ApplicationSubjects } from './application-subjects.repository';

/**
 * Whose an application is at this moment. One's own and one's ward's: whoever typed it. Of somebody who is helped: the
 * helper as long as the mandate runs, and always the person themself. A mandate opens nothing but its one application.
 */
@Injectable()
export class ApplicationAccess {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly subjects: ApplicationSubjects,
    private readonly mandates: Mandates,
  ) {}

  /** Inside a transaction the mandate is held until its end: who ends it meanwhile waits (security.md T22). */
  async isTheirs(accountId: string, applicationId: string): Promise<boolean> {
    const stored = await this.subjects.find(applicationId);
    if (!stored?.row.mandateId) return this.applications.belongsTo(applicationId, accountId);
    return (await this.mandates.roleOf(accountId, stored.row.mandateId)) !== undefined;
  }

  /** Inside the transaction of an act. @throws Problem 404 as for a random id. */
  async mustBeTheirs(accountId: string, applicationId: string): Promise<void> {
    if (!(await this.isTheirs(accountId, applicationId))) throw problems.notFound();
  }

  /** What belongs into the account's list: of what it typed for somebody else only what a mandate still opens. */
  async listOf(accountId: string): Promise<Whose> {
    const and = await this.subjects.ofMandates(await this.mandates.openFor(accountId));
    return { accountId, but: await this.subjects.helpedBy(accountId), and };
  }
}
