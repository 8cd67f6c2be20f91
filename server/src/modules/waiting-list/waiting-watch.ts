import { Injectable } from '@nestjs/common';
import { type Booking, type BookingParty, type BookingTurn, isSpokenFor } from '../bookings/bookable-service.port';
import { Bookables } from '../bookings/bookables.port';
import { BookingWatch } from '../bookings/booking-watch.port';
import { WaitingEnds } from './waiting-ends';
import { WaitingJobs } from './waiting-jobs';

/** What happens to bookings, as it matters to whoever waits: a time taken, let go, or free again. */
@Injectable()
export class WaitingWatch extends BookingWatch {
  constructor(
    private readonly ends: WaitingEnds,
    private readonly bookables: Bookables,
    private readonly later: WaitingJobs,
  ) {
    super();
  }

  async turned({ act, booking }: BookingTurn): Promise<void> {
    switch (act) {
      case 'asked':
      case 'displaced':
        await this.ends.take(booking.id);
        break;
      case 'confirmed':
        await this.ends.take(booking.id);
        await this.endOthers(
          booking,
          booking.parties.filter((party) => !isSpokenFor(party)),
        );
        break;
      // they are there themself
      case 'checked-in':
        await this.endOthers(booking, booking.parties);
        break;
      case 'expired':
        await this.ends.letGo(booking.id, 'ran-out');
        await this.ends.back(booking.id);
        break;
      case 'cancelled':
        await this.ends.letGo(booking.id, 'not-wanted');
        break;
      default:
    }
    if (act === 'expired' || act === 'cancelled' || act === 'moved') this.later.lookAfterCommit();
  }

  /**
   * Whoever has a booking now cannot have another of the same quota: they wait for nothing more. Not so of one whose yes
   * was said on another's phone: until they come they are passed over, and keep their place.
   */
  private async endOthers(booking: Booking, sure: readonly BookingParty[]): Promise<void> {
    const { service, kind, window, details } = booking;
    const policy = this.bookables.find(service);
    if (!policy) return;
    for (const person of sure) {
      const keys = (of: string) => policy.quotaKeys(of, person, window, details);
      const keysOf = (of: string) => keys(of).map(({ scope, key }) => `${scope}\n${key}`);
      const taken = new Set(keysOf(kind));
      const kinds = policy.kinds.map(({ code }) => code).filter((code) => keysOf(code).some((key) => taken.has(key)));
      await this.ends.doneFor([person.personId], service, kinds);
    }
  }
}
