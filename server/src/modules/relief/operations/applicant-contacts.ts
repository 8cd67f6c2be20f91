import { Injectable } from '@nestjs/common';
import { type NoticeContact, NoticeContacts } from '../../notices/notices.port';
import { OwnPhones } from '../../texting/own-phones.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository } from '../cases/cases.repository';

/**
 * Whom a message about an application reaches: its applicant, at the number they wrote into it. Somebody who is helped, on an
 * account of their own, at a number they left themself: what stands in the application a helper typed.
 */
@Injectable()
export class ApplicantContacts extends NoticeContacts {
  readonly kind = 'application';

  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
    private readonly phones: OwnPhones,
  ) {
    super();
  }

  async find(id: string, accountId: string): Promise<NoticeContact | undefined> {
    const application = await this.applications.find(id);
    if (!application || application.row.state === 'withdrawn') return undefined;
    const [one] = await this.cases.casesOf(id);
    const person = (await this.subjects.of(application.row))?.person;
    if (!one || !person) return undefined;
    const own = await this.ownNumber(application.row, accountId);
    const phone = own ?? application.draft.values['applicant.phone'];
    return {
      name: person.name,
      office: one.row.officeCode,
      ...(typeof phone === 'string' && phone !== '' ? { phone } : {}),
    };
  }

  /** Of who reads it on another account than the one that typed it. */
  private async ownNumber(row: { readonly accountId: string }, accountId: string): Promise<string | undefined> {
    return accountId === row.accountId ? undefined : this.phones.mobileOf(accountId);
  }
}
