import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { Mandates } from '../../mandates/mandates.port';
import { PrincipalNews } from '../../mandates/principal-news.port';
import { Notices } from '../../notices/notices.port';
import { OwnPhones } from '../../texting/own-phones.port';
import type { Application } from '../applications/application.entity';
import { ApplicationSubjects } from './application-subjects.repository';
import { whomProblems } from './problems';

/** What nobody does for somebody they help without them hearing of it. */
@Injectable()
export class HelpedPeople {
  constructor(
    private readonly subjects: ApplicationSubjects,
    private readonly mandates: Mandates,
    private readonly people: People,
    private readonly notices: Notices,
    private readonly phones: OwnPhones,
    private readonly news: PrincipalNews,
  ) {}

  /**
   * Where the money goes was said, inside the transaction that keeps it. By the helper, the person is told each time: on the
   * account that reaches them, and on the number they said yes on when that account left none of its own.
   * @throws Problem 422 `mandate.waiting` for a helper before the person said yes: there is nobody yet to be told.
   */
  async payeeSaid({ id }: Pick<Application, 'id'>, accountId: string): Promise<void> {
    const stored = await this.subjects.find(id);
    const mandateId = stored?.row.mandateId;
    if (!mandateId || (await this.mandates.roleOf(accountId, mandateId)) !== 'helper') return;
    const mandate = await this.mandates.find(mandateId);
    if (mandate?.state !== 'acting') throw whomProblems.waiting();
    const own = await this.people.firstOf(mandate.principal.personId);
    const about = { kind: 'application', id } as const;
    if (own !== undefined) await this.notices.post({ accountId: own, topic: 'payee-changed', about });
    if (own === undefined || (await this.phones.mobileOf(own)) === undefined) await this.news.payeeChanged(mandateId);
  }
}
