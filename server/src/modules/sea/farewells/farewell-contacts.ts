import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { type NoticeContact, NoticeContacts } from '../../notices/notices.port';
import { FarewellPeople } from './farewell-people.service';
import { FarewellsRepository } from './farewells.repository';

/** Who arranges voyages sits in no district: the city's operators call. */
const CITY = '120000';

/** The one who signed up at the number they left; others of the family on their own phones alone. */
@Injectable()
export class FarewellContacts extends NoticeContacts {
  readonly kind = 'farewell';

  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly named: FarewellPeople,
    private readonly people: People,
  ) {
    super();
  }

  async find(id: string, accountId: string): Promise<NoticeContact | undefined> {
    const opened = await this.farewells.find({ id });
    if (!opened) return undefined;
    const { applicant, phone } = await this.named.toFarewell(opened);
    const person = await this.people.findOf(accountId);
    if (!person) return undefined;
    const own = applicant?.personId === person.personId && phone !== undefined;
    return { name: person.name, office: CITY, ...(own && { phone }) };
  }
}
