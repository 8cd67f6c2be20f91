import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import { type HoldLine, type HoldOutcome, SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import { holdWishOf } from './admits-all';
import type { Booking, BookingRefusal } from './bookable-service.port';
import { BookingLines } from './booking-lines';
import type { HeldTime } from './booking-moving.service';
import type { BookingRole } from './booking-party.entity';
import { bookingProblems, notHeld } from './booking-problems';
import { KeptForDisplaced } from './displaced/kept-times.port';
import { isInGrief } from './grief';
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
    private readonly lines: BookingLines,
    private readonly kept: KeptForDisplaced,
    private readonly near: NearWindows,
    private readonly clock: Clock,
  ) {}

  /** All windows are locked in order before any is touched. @param hadId the hold it has now. */
  async hold(
    booking: Booking,
    { windowId, hadId }: { readonly windowId: string; readonly hadId: string | null },
    own: BookingRole,
  ): Promise<{ readonly time: HeldTime; readonly window: SlotWindow }> {
    const policy = this.policies.get(booking.service);
    const lines = await this.lines.of(booking, windowId);
    await this.lines.lock([hadId], lines);
    const outcome = await this.held(booking, windowId, lines);
    const window = await this.inventory.findWindow(windowId);
    if (!window) throw bookingProblems.noWindow();
    const wrong = wrongWindow(policy, booking, window);
    if (wrong) throw wrong;
    if (outcome.kind !== 'held') {
      const near = () => this.near.near(policy, booking.kind, window);
      throw await notHeld(outcome, near, isInGrief(policy, booking.kind));
    }
    const refusal = await this.against(booking, window, own);
    if (refusal) throw bookingProblems.refused(refusal);
    return { time: { holdId: outcome.holdId, windowId }, window };
  }

  /** What is kept for them is theirs as it is; it was held with what the booking takes. */
  private async held(booking: Booking, windowId: string, lines: readonly HoldLine[]): Promise<HoldOutcome> {
    const kept = booking.state === 'displaced' ? await this.kept.handOver(booking.id, windowId) : undefined;
    if (kept !== undefined) return this.inventory.exchange(kept, lines);
    const until = instantOf(this.clock.now().getTime() + AT_FIRST_MS);
    return this.inventory.hold({ holder: booking.id, lines, until });
  }

  /** Told are the caller’s own limits alone; the other’s stay between them and the service (design §6). */
  private async against(booking: Booking, window: SlotWindow, own: BookingRole): Promise<BookingRefusal | undefined> {
    const policy = this.policies.get(booking.service);
    const party = booking.parties.find(({ role }) => role === own);
    if (!party) throw new Error(`booking ${booking.id} has no ${own}`);
    if (own === 'partner') return policy.admitPartner({ ...booking, site: window.pool.site, window }, party);
    return policy.admit(holdWishOf(booking, party, window));
  }
}
