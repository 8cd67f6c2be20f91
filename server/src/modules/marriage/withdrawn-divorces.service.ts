import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { Injectable } from '@nestjs/common';
import type { Booking } from '../bookings/bookable-service.port';
import { Bookings } from '../bookings/bookings.port';
import { Divorces } from './divorces.service';
import { WITHDRAWN_DIVORCE } from './marriage-words';

/** An application taken back at its registry: the second step somebody booked for it is called off. Inside the callback's transaction. */
@Injectable()
export class WithdrawnDivorces {
  constructor(
    private readonly divorces: Divorces,
    private readonly bookings: Bookings,
  ) {}

  /** `false` when the application is not there, or over already. */
  async take(divorceNo: string, on: CivilDate): Promise<boolean> {
    if (!(await this.divorces.end(divorceNo, 'withdrawn', on))) return false;
    const people = await this.divorces.peopleOf(divorceNo);
    for (const booking of await this.bookings.aheadOf(people, marriageRegistration.code, 'divorce-certificate')) {
      if (await this.isFor(booking)) continue;
      await this.bookings.callOff(booking.id, WITHDRAWN_DIVORCE);
    }
    return true;
  }

  /** Another application of theirs still stands, and it is for that one. */
  private async isFor({ window, parties }: Booking): Promise<boolean> {
    const [one, other] = parties.map(({ personId }) => personId);
    return one !== undefined && (await this.divorces.refusalFor(window, one, other)) === undefined;
  }
}
