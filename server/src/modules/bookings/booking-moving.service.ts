import { Injectable } from '@nestjs/common';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import { admitsAll } from './admits-all';
import type { BookableService, Booking, BookingRefusal, QuotaKey } from './bookable-service.port';
import type { BookingRow } from './booking.entity';
import { BookingLines } from './booking-lines';
import type { BookingRole } from './booking-party.entity';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingQuotas, sameKey } from './booking-quotas.service';
import { placeIn } from './booking-timers';
import { BookingTurns } from './booking-turns.service';
import { bookingWords } from './booking-words';
import type { OpenedBooking } from './bookings.repository';
import { FreedUnits } from './freed-units.service';
import { allSaidYes } from './kept-booking';
import { PolicyRegistry } from './policy-registry';

/** A time that is held already. */
export interface HeldTime {
  readonly holdId: string;
  readonly windowId: string;
}

/** The new time becomes the booking’s and only then the old one is given back, all in one transaction (design §6). */
@Injectable()
export class BookingMoving {
  constructor(
    private readonly people: BookingPeople,
    private readonly lines: BookingLines,
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly quotas: BookingQuotas,
    private readonly freed: FreedUnits,
    private readonly turns: BookingTurns,
  ) {}

  /**
   * Holding the booking’s row.
   * @param keptUntil of a booking that is not confirmed: until when the new time is kept.
   * @throws Problem 409 `booking.not-this-time` when the service does not admit one of its people then, without saying
   * which; `booking.hold-lapsed`, `booking.already-yours`, `booking.not-now`
   */
  async take(opened: OpenedBooking, time: HeldTime, keptUntil?: Date): Promise<OpenedBooking> {
    const { row } = opened;
    const { holdId, windowId } = time;
    const against = await this.against(opened, time);
    if (against) throw bookingProblems.refused(against);
    const policy = this.policies.get(row.service);
    const booking = await this.people.toBooking(opened);
    const window = await this.people.windowOf(windowId);
    const stays = keptUntil === undefined ? this.inventory.confirm(holdId) : this.inventory.extend(holdId, keptUntil);
    if (!(await stays)) throw bookingProblems.lapsed();
    await this.changeKeys(policy, booking, window);
    if (row.holdId !== null) await this.freed.release(row.holdId, row.service, booking.window);
    return this.turns.make(opened, {
      move: moveOf(row, allSaidYes(opened, policy)),
      act: 'moved',
      before: booking.window,
      change: { ...placeIn(window, policy, row.kind), holdId, expiresAt: keptUntil ?? null },
    });
  }

  /** Why this time cannot become the booking's; all windows are locked from here on, and nothing else was written. */
  async against(opened: OpenedBooking, { holdId, windowId }: HeldTime): Promise<BookingRefusal | undefined> {
    // Stryker disable next-line all: seen only where rows are locked; the embedded database lets one writer in at a time
    await this.lines.lock([opened.row.holdId, holdId], [{ windowId, units: 1 }]);
    const window = await this.people.windowOf(windowId);
    if (window.closed || (await this.isClosed(holdId)))
      return { code: 'booking.hold-lapsed', words: bookingWords.lapsed };
    const policy = this.policies.get(opened.row.service);
    const isFor = await admitsAll(policy, await this.people.toBooking(opened), window);
    return isFor ? undefined : { code: 'booking.not-this-time', words: bookingWords.notThisTime };
  }

  private async isClosed(holdId: string): Promise<boolean> {
    for (const { windowId } of await this.inventory.linesOf(holdId)) {
      if ((await this.people.windowOf(windowId)).closed) return true;
    }
    return false;
  }

  /** Keys that hold for a day or a place: the new ones stand before the old ones go. */
  private async changeKeys(policy: BookableService, booking: Booking, window: SlotWindow): Promise<void> {
    const { id, kind, parties, details } = booking;
    const over: QuotaKey[] = [];
    for (const party of parties) {
      const wanted = policy.quotaKeys(kind, party, window, details);
      over.push(...(await this.claimNew(id, party.role, wanted)));
    }
    await this.quotas.give(over);
  }

  /** @returns the keys this person no longer needs. */
  private async claimNew(id: string, role: BookingRole, wanted: readonly QuotaKey[]): Promise<readonly QuotaKey[]> {
    const had = await this.quotas.of(id, role);
    const added = wanted.filter((key) => !had.some((other) => sameKey(key, other)));
    const clash = added.length > 0 && (await this.quotas.claim(id, role, added));
    if (clash) throw bookingProblems.notThisTime();
    return had.filter((key) => !wanted.some((other) => sameKey(key, other)));
  }
}

function moveOf({ state }: Readonly<BookingRow>, everybodySaidYes: boolean) {
  if (state !== 'displaced') return 'move';
  return everybodySaidYes ? 'place' : 'place-anew';
}
