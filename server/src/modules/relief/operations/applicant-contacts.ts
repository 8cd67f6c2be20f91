import { Injectable } from '@nestjs/common';
import { type NoticeContact, NoticeContacts } from '../../notices/notices.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository } from '../cases/cases.repository';

/** Whom a message about an application reaches: its applicant, at the number they wrote into it. */
@Injectable()
export class ApplicantContacts extends NoticeContacts {
  readonly kind = 'application';

  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
  ) {
    super();
  }

  async find(id: string): Promise<NoticeContact | undefined> {
    const application = await this.applications.find(id);
    if (!application || application.row.state === 'withdrawn') return undefined;
    const [one] = await this.cases.casesOf(id);
    const person = (await this.subjects.of(application.row))?.person;
    if (!one || !person) return undefined;
    const phone = application.draft.values['applicant.phone'];
    return {
      name: person.name,
      office: one.row.officeCode,
      ...(typeof phone === 'string' && phone !== '' ? { phone } : {}),
    };
  }
}
