import { passTokenOf } from '@jinmen/shared/bookings/pass-token';
import type { PassView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { problems } from '../../platform/http/problem';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingViews, partyViews } from './booking-views.service';
import { BookingsRepository } from './bookings.repository';
import { PolicyRegistry } from './policy-registry';
import { windowView } from './window-views';

/** What is shown at the desk, with or without a network. */
@Injectable()
export class Passes {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly views: BookingViews,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `booking.no-pass` while it is not confirmed, or no longer. */
  async pass(id: string, accountId: string): Promise<PassView> {
    const opened = await this.bookings.find(id);
    if (!opened) throw problems.notFound();
    const { number, service, kind, state } = opened.row;
    if (state !== 'confirmed' && state !== 'checked-in') throw bookingProblems.noPass();
    const policy = this.policies.get(service);
    const booking = await this.people.toBooking(opened);
    return {
      booking: id,
      number,
      ...passTokenOf(number, (text) => policy.passSeal(text)),
      service,
      kind,
      state,
      site: await this.views.site(policy, booking.site),
      window: windowView(policy, booking.window, this.clock.now()),
      parties: partyViews(booking, await this.people.whose(accountId)),
      bring: policy.bring(kind),
    };
  }
}
