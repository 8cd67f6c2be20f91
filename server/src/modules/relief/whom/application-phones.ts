import { Injectable } from '@nestjs/common';
import { GivenPhones } from '../../texting/given-phones.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { ApplicationSubjects } from './application-subjects.repository';

const MOST = 200;

/** What somebody wrote into their applications, handed in or not. */
@Injectable()
export class ApplicationPhones extends GivenPhones {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly subjects: ApplicationSubjects,
  ) {
    super();
  }

  async of(accountId: string, butAbout?: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { row, draft } of await this.applications.list({ accountId, but: [], and: [] }, { limit: MOST })) {
      const phone = draft.values['applicant.phone'];
      if (typeof phone !== 'string' || phone === '') continue;
      const about = await this.subjects.find(row.id);
      if (about?.row.kind === 'helped' && (butAbout === undefined || about.person.idNumber === butAbout)) continue;
      found.push(phone);
    }
    return found;
  }
}
