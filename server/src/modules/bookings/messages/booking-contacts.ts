import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { type NoticeContact, NoticeContacts } from '../../notices/notices.port';
import { BookingsRepository } from '../bookings.repository';
import { PolicyRegistry } from '../policy-registry';

/** Where a site lies in no district anybody published: the city. */
const CITY = '120000';

/** Each of a booking's people, at the number they left for it; the district of its site may call. */
@Injectable()
export class BookingContacts extends NoticeContacts {
  readonly kind = 'booking';

  constructor(
    private readonly bookings: BookingsRepository,
    private readonly policies: PolicyRegistry,
    private readonly people: People,
  ) {
    super();
  }

  async find(id: string, accountId: string): Promise<NoticeContact | undefined> {
    const found = await this.bookings.find(id);
    const party = found?.parties.find(({ row }) => row.accountId === accountId);
    const person = party && (await this.people.find(party.row.personId));
    if (!found || !person) return undefined;
    const sites = await this.policies.find(found.row.service)?.sites();
    const office = sites?.find((site) => site.id === found.row.site)?.district ?? CITY;
    return { name: person.name, office, ...(party.phone !== undefined && { phone: party.phone }) };
  }
}
