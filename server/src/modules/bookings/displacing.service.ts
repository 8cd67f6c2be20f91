import type { BookingState } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { BookingEnds } from './booking-ends.service';
import { BookingsRepository } from './bookings.repository';

const WITH_A_PLACE: readonly BookingState[] = ['held', 'pending-partner', 'confirmed'];

/** A window is closed under those who had it: they keep the booking and lose the place (design §6). */
@Injectable()
export class Displacing {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly ends: BookingEnds,
  ) {}

  /** Inside the caller’s transaction. How many it was. */
  async displace(windowIds: readonly string[], why: string): Promise<number> {
    if (windowIds.length === 0) return 0;
    let displaced = 0;
    for (const id of await this.bookings.idsIn(windowIds, WITH_A_PLACE)) {
      const opened = await this.bookings.findForUpdate({ id });
      // somebody may have moved or cancelled it before its row was ours
      if (!opened || !windowIds.includes(opened.row.windowId) || !WITH_A_PLACE.includes(opened.row.state)) continue;
      await this.ends.end(opened, { move: 'displace', act: 'displaced', why });
      displaced += 1;
    }
    return displaced;
  }
}
