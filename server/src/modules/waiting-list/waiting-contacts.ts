import { Injectable } from '@nestjs/common';
import { Bookables } from '../bookings/bookables.port';
import { People } from '../identity/people.port';
import { type NoticeContact, NoticeContacts } from '../notices/notices.port';
import { WaitingRepository } from './waiting.repository';

const CITY = '120000';

/** Whoever waits, at the number they left; operators call, or the district of the first site they wait for. */
@Injectable()
export class WaitingContacts extends NoticeContacts {
  readonly kind = 'waiting';

  constructor(
    private readonly waiting: WaitingRepository,
    private readonly people: People,
    private readonly bookables: Bookables,
  ) {
    super();
  }

  async find(id: string): Promise<NoticeContact | undefined> {
    const found = await this.waiting.find(id);
    const person = found && (await this.people.find(found.row.personId));
    if (!found || !person) return undefined;
    const sites = await this.bookables.find(found.row.service)?.sites();
    const office = sites?.find((site) => site.id === found.wishes[0]?.site)?.district ?? CITY;
    const { phone } = found.told;
    return { name: person.name, office, ...(phone !== undefined && { phone }) };
  }
}
