import { Injectable } from '@nestjs/common';
import { type Dead, type StopOutcome, StopsAtDeath } from '../after-death/stops-at-death.port';
import { momentWords } from './booking-words';
import { Bookings } from './bookings.port';
import { PolicyRegistry } from './policy-registry';

/** Read by the others of the booking alone; why is not ours to tell them. */
const WHY = '这一次办不成了，已经替您取消，那天不用去。';

/** What somebody who died had booked is called off; a farewell they arranged for another is the family's to go on with. */
@Injectable()
export class BookingsStop extends StopsAtDeath {
  readonly what = 'booking';

  constructor(
    private readonly bookings: Bookings,
    private readonly policies: PolicyRegistry,
  ) {
    super();
  }

  async going({ personId }: Dead): Promise<readonly string[]> {
    return (await this.bookings.activeOf(personId)).map(({ id }) => id);
  }

  async stop(id: string): Promise<StopOutcome> {
    const booking = await this.bookings.find(id);
    if (!booking) return 'nothing';
    const kind = this.policies.find(booking.service)?.kinds.find(({ code }) => code === booking.kind);
    if (kind?.grief) return 'by-hand';
    return (await this.bookings.callOff(id, WHY)) === 'done' ? 'stopped' : 'nothing';
  }

  override async named(id: string): Promise<string | undefined> {
    const booking = await this.bookings.find(id);
    if (!booking) return undefined;
    const kind = this.policies.find(booking.service)?.kinds.find(({ code }) => code === booking.kind);
    return [momentWords(booking.window.startsAt), kind?.title].filter(Boolean).join('，');
  }

  /** The time is somebody else's by now, perhaps: they book again, or a person finds them one. */
  async restore(): Promise<boolean> {
    return false;
  }
}
