import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { quietUntil } from '../../../platform/quiet-until';
import { SlotInventory, type SlotWindow } from '../../slot-inventory/slot-inventory.port';
import { bestOthers } from '../best-others';
import type { Booking } from '../bookable-service.port';
import { BookingLines } from '../booking-lines';
import { holdWishOf } from '../booking-moving.service';
import { PolicyRegistry } from '../policy-registry';
import { windowState } from '../window-views';
import { DisplacedRepository } from './displaced.repository';

const KEPT_EACH = 3;
/** How far beyond the lost day another time is looked for. */
const DAYS_AHEAD = 30;
const HOUR_MS = 3_600_000;

/** Finds other times for a booking that lost its own, and keeps them for it. */
@Injectable()
export class OtherTimes {
  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly inventory: SlotInventory,
    private readonly lines: BookingLines,
    private readonly policies: PolicyRegistry,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Services none are looked for one by one: a plan for all is told, one message each (`Bookings.keepFor`). */
  plannedTogether(): readonly string[] {
    const together = [...this.policies.all].filter(([, { replaced }]) => replaced === 'together');
    return together.map(([code]) => code);
  }

  /** Up to three, as many as there are; inside the caller's transaction, which holds the booking's row. */
  async keepFor(booking: Booking): Promise<void> {
    let kept = 0;
    for (const window of bestOthers(booking.window, await this.candidates(booking))) {
      if (kept === KEPT_EACH) return;
      if (await this.keep(booking, window, kept + 1)) kept += 1;
    }
  }

  /** Counted from the morning when it is night, and never past the cut-off of the time itself. */
  private async keep(booking: Booking, window: SlotWindow, order: number): Promise<boolean> {
    if (!(await this.isForThem(booking, window))) return false;
    const now = this.clock.now();
    const from = quietUntil(this.config.quietHours, now) ?? now;
    const end = from.getTime() + this.config.displacedKeptHours * HOUR_MS;
    const keptUntil = instantOf(Math.min(end, window.closesAt.getTime()));
    const lines = await this.lines.of(booking, window.id);
    const held = await this.inventory.hold({ holder: booking.id, lines, until: keptUntil });
    if (held.kind !== 'held') return false;
    const time = { bookingId: booking.id, windowId: window.id, holdId: held.holdId, order, keptUntil };
    await this.displaced.keep(time);
    return true;
  }

  private async candidates({ service, kind, window: lost }: Booking): Promise<readonly SlotWindow[]> {
    const policy = this.policies.get(service);
    const today = this.clock.today();
    const to = addDays(lost.day, DAYS_AHEAD);
    const now = this.clock.now();
    const windows = await this.inventory.windows({ service, kind: lost.pool.kind, from: today, to });
    return windows.filter(
      (window) => windowState(window, now) === 'open' && policy.poolOf(kind, window.pool.site) === window.pool.kind,
    );
  }

  /** The service may know a reason why this one is not for them, e.g. a registry that must be the same. */
  private async isForThem(booking: Booking, window: SlotWindow): Promise<boolean> {
    const holder = booking.parties.find(({ role }) => role === 'holder');
    if (holder?.accountId === undefined) return false;
    return (await this.policies.get(booking.service).admit(holdWishOf(booking, holder, window))) === undefined;
  }
}
