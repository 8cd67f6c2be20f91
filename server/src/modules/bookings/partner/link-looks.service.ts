import type { BookingInvitationView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { maskedFamilyName } from '../../../platform/masking';
import { BookingPeople } from '../booking-people.service';
import type { OpenedBooking } from '../bookings.repository';
import { PolicyRegistry } from '../policy-registry';
import type { Asking } from './asking.entity';

/** What a link says of the booking it asks about. */
@Injectable()
export class LinkLooks {
  constructor(
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
  ) {}

  /** A sad or bare matter is named only to somebody who signed in (security.md T7). */
  async about(opened: OpenedBooking, asking: Asking, signedIn: boolean): Promise<Partial<BookingInvitationView>> {
    const booking = await this.people.toBooking(opened);
    const policy = this.policies.get(booking.service);
    const kind = policy.kinds.find(({ code }) => code === booking.kind);
    const window = asking.windowId === null ? booking.window : await this.people.windowOf(asking.windowId);
    const site = (await policy.sites()).find(({ id }) => id === window.pool.site);
    const from = booking.parties.find(({ role }) => role !== asking.asked);
    const named = signedIn || kind?.plain !== true;
    return {
      ...(from && { from: maskedFamilyName(from.name) }),
      ...(named && { service: booking.service, kind: booking.kind, ...(kind && { title: kind.title }) }),
      ...(kind?.plain && { plain: true }),
      ...(site && { siteName: site.name }),
      day: window.day,
      startsAt: window.startsAt.toISOString(),
      until: asking.until.toISOString(),
      ...(asking.purpose === 'change' && { change: true }),
    };
  }
}
