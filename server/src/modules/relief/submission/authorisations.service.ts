import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { MeansCheckRequests } from '../checks/means-check-requests.service';
import { reliefProblems } from '../problems';

/** 核对授权, signed on this phone. Without it nobody's income or property is looked up. */
@Injectable()
export class Authorisations {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly subjects: Subjects,
    private readonly checks: MeansCheckRequests,
    private readonly views: ApplicationViews,
    private readonly audit: Audit,
  ) {}

  /**
   * Inside the transaction of its idempotency key. Signed twice it is signed once. Where the street had taken the case
   * already, the check is asked for now.
   * @throws Problem 403 `identity.required`: a signature without a name is none.
   */
  async sign({ accountId }: Resident, id: string, member: 'applicant'): Promise<ApplicationView> {
    const opened = await this.applications.getForUpdate(id);
    const person = (await this.subjects.as(accountId, opened.row))?.person;
    if (!person) throw reliefProblems.realNameRequired();
    if (!(await this.applications.findAuthorisation(id, member))) {
      await this.applications.addAuthorisation(id, member);
      const actor = { kind: 'resident', id: accountId } as const;
      const object = `relief-application:${id}`;
      await this.audit.record({
        action: 'means-check.authorised',
        actor,
        ...(person.personId && { person: person.personId }),
        object,
      });
      await this.checks.askIfReady(opened);
    }
    return this.views.find(id);
  }
}
