import type { BookingState } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { BookingEnds } from './booking-ends.service';
import { BookingPeople } from './booking-people.service';
import type { KeptPlace } from './bookings.port';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { DisplacedRepository } from './displaced/displaced.repository';
import { Keeping } from './displaced/keeping.service';

const WITH_A_PLACE: readonly BookingState[] = ['held', 'pending-partner', 'confirmed'];

/** A window is closed under those who had it: they keep the booking and lose the place (design §6). */
@Injectable()
export class Displacing {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly ends: BookingEnds,
    private readonly displaced: DisplacedRepository,
    private readonly people: BookingPeople,
    private readonly keeping: Keeping,
  ) {}

  /** Inside the caller’s transaction. How many it was; what was only kept for somebody there is not counted. */
  async displace(windowIds: readonly string[], why: string): Promise<number> {
    if (windowIds.length === 0) return 0;
    await this.displaced.endIn(windowIds);
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

  /** What a plan for all of them keeps for one. */
  async keepFor(
    id: string,
    kept: KeptPlace | undefined,
    others: readonly string[],
  ): Promise<'kept' | 'full' | 'not-possible'> {
    const opened = await this.bookings.findForUpdate({ id });
    if (opened?.row.state !== 'displaced') return 'not-possible';
    return this.keeping.keepFor(await this.people.toBooking(opened), kept, others);
  }

  async withoutTime(service: string): Promise<readonly OpenedBooking[]> {
    return this.bookings.findAll(await this.displaced.withoutTime(service));
  }
}
