import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { Booking, BookingRefusal } from './bookable-service.port';
import type { HeldTime } from './booking-moving.service';
import type { BookingRole } from './booking-party.entity';
import { bookingProblems, notHeld } from './booking-problems';
import { KeptForDisplaced } from './displaced/kept-times.port';
import { wrongWindow } from './hold-claims.service';
import { NearWindows } from './near-windows.service';
import { PolicyRegistry } from './policy-registry';

const AT_FIRST_MS = 10 * 60_000;

/** Holds another time beside the one a booking has. */
@Injectable()
export class OtherTime {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly kept: KeptForDisplaced,
    private readonly near: NearWindows,
    private readonly clock: Clock,
  ) {}

  /** Both windows are locked in order before either is touched. */
  async hold(
    booking: Booking,
    windowId: string,
    own: BookingRole,
  ): Promise<{ readonly time: HeldTime; readonly window: SlotWindow }> {
    const policy = this.policies.get(booking.service);
    await this.inventory.lock([booking.window.id, windowId]);
    if (booking.state === 'displaced') await this.kept.handOver(booking.id, windowId);
    const until = instantOf(this.clock.now().getTime() + AT_FIRST_MS);
    const outcome = await this.inventory.hold({ holder: booking.id, lines: [{ windowId, units: 1 }], until });
    const window = await this.inventory.findWindow(windowId);
    if (!window) throw bookingProblems.noWindow();
    const wrong = wrongWindow(policy, booking, window);
    if (wrong) throw wrong;
    if (outcome.kind !== 'held') throw notHeld(outcome, await this.near.near(policy, booking.kind, window));
    const refusal = await this.against(booking, window, own);
    if (refusal) throw bookingProblems.refused(refusal);
    return { time: { holdId: outcome.holdId, windowId }, window };
  }

  /** Told are the caller’s own limits alone; the other’s stay between them and the service (design §6). */
  private async against(booking: Booking, window: SlotWindow, own: BookingRole): Promise<BookingRefusal | undefined> {
    const policy = this.policies.get(booking.service);
    const party = booking.parties.find(({ role }) => role === own);
    if (!party) throw new Error(`booking ${booking.id} has no ${own}`);
    if (own === 'partner') return policy.admitPartner({ ...booking, site: window.pool.site, window }, party);
    const { kind } = booking;
    return policy.admit({ kind, window, holder: party, accountId: party.accountId ?? '' });
  }
}
