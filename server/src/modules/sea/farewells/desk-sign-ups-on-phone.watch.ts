import { Injectable } from '@nestjs/common';
import { BookingStands } from '../../bookings/booking-stands.port';
import { Bookings } from '../../bookings/bookings.port';
import { PeopleWatch } from '../../identity/people-watch.port';
import { Notices, type NoticeTopic } from '../../notices/notices.port';
import { CompanySeats } from './company-seats.service';
import { FarewellsRepository } from './farewells.repository';

/**
 * Somebody for whom a desk signed up confirmed themself on a phone: they are told there from now on, and nobody has to call
 * because no phone was known. What still waits for their word is said there once, whether or not somebody called before.
 */
@Injectable()
export class DeskSignUpsOnPhone extends PeopleWatch {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly seats: CompanySeats,
    private readonly bookings: Bookings,
    private readonly stands: BookingStands,
    private readonly notices: Notices,
  ) {
    super();
  }

  async knownOn(accountId: string, personId: string): Promise<void> {
    for (const id of await this.farewells.withoutPhone(personId)) await this.take(id, accountId, personId);
  }

  /** That they want to be called was the desk’s guess as long as no phone was known; they can say so themselves. */
  private async take(id: string, accountId: string, personId: string): Promise<void> {
    await this.seats.lockPlace(id);
    const { row, content } = await this.farewells.getForUpdate(id);
    if (row.accountId !== null) return;
    const contact = { ...content.contact, wantsCalls: false };
    await this.farewells.write({ row, content: { ...content, contact } }, { accountId });
    await this.farewells.addStep(id, 'on-phone');
    if (row.bookingId === null) return;
    await this.bookings.knownOn(row.bookingId, personId, accountId);
    const topic = await this.waitsFor(row.bookingId);
    if (topic) await this.notices.post({ accountId, topic, about: { kind: 'booking', id: row.bookingId } });
  }

  private async waitsFor(bookingId: string): Promise<NoticeTopic | undefined> {
    const stand = await this.stands.find(bookingId);
    if (stand?.state === 'held') return 'voyage-suggested';
    if (stand?.state !== 'displaced') return undefined;
    return stand.offers?.kept === undefined ? 'voyage-off' : 'voyage-changed';
  }
}
