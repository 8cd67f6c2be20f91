import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { quietUntil } from '../../../platform/quiet-until';
import { SlotInventory, type SlotWindow } from '../../slot-inventory/slot-inventory.port';
import { admitsAll } from '../admits-all';
import type { Booking } from '../bookable-service.port';
import { BookingLines } from '../booking-lines';
import { BookingPeople } from '../booking-people.service';
import type { OpenedBooking } from '../bookings.repository';
import { PolicyRegistry } from '../policy-registry';
import { windowState } from '../window-views';
import { DisplacedRepository } from './displaced.repository';

/** How far beyond the lost day another time is looked for. */
const DAYS_AHEAD = 30;
const HOUR_MS = 3_600_000;

/** Finds other times for a booking that lost its own, and keeps them for it. */
@Injectable()
export class OtherTimes {
  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly inventory: SlotInventory,
    private readonly people: BookingPeople,
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

  /** Everything that is open and has room, of its service and kind. */
  async candidates({ service, kind, window: lost }: Booking): Promise<readonly SlotWindow[]> {
    const policy = this.policies.get(service);
    const today = this.clock.today();
    const to = addDays(lost.day, DAYS_AHEAD);
    const now = this.clock.now();
    const windows = await this.inventory.windows({ service, kind: lost.pool.kind, from: today, to });
    return windows.filter(
      (window) => windowState(window, now) === 'open' && policy.poolOf(kind, window.pool.site) === window.pool.kind,
    );
  }

  /** The service may know a reason why this one is not for one of them, e.g. the age on that day. */
  async isForThem(booking: Booking, window: SlotWindow): Promise<boolean> {
    const holder = booking.parties.find(({ role }) => role === 'holder');
    if (holder?.accountId === undefined) return false;
    return admitsAll(this.policies.get(booking.service), booking, window);
  }

  /**
   * These, in this order; inside the caller's transaction, which holds the booking's row. All windows are locked in order
   * before the first is taken. How many it was: less when somebody else was quicker, or a rule changed.
   */
  async keep(opened: OpenedBooking, windows: readonly SlotWindow[]): Promise<number> {
    const booking = await this.people.toBooking(opened);
    const admitted: SlotWindow[] = [];
    for (const window of windows) if (await this.isForThem(booking, window)) admitted.push(window);
    const lines = await Promise.all(admitted.map(({ id }) => this.lines.of(booking, id)));
    await this.lines.lock([], lines.flat());
    let kept = 0;
    for (const [at, window] of admitted.entries()) {
      const keptUntil = this.keptUntil(window);
      const held = await this.inventory.hold({ holder: booking.id, lines: lines[at] ?? [], until: keptUntil });
      if (held.kind !== 'held') continue;
      kept += 1;
      const time = { bookingId: booking.id, windowId: window.id, holdId: held.holdId, order: kept, keptUntil };
      await this.displaced.keep(time);
    }
    return kept;
  }

  /** Counted from the morning when it is night, and never past the cut-off of the time itself. */
  private keptUntil({ closesAt }: SlotWindow): Date {
    const now = this.clock.now();
    const from = quietUntil(this.config.quietHours, now) ?? now;
    return instantOf(Math.min(from.getTime() + this.config.displacedKeptHours * HOUR_MS, closesAt.getTime()));
  }
}
