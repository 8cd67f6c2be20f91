import { Injectable } from '@nestjs/common';
import { SlotInventory } from '../../slot-inventory/slot-inventory.port';
import type { Booking } from '../bookable-service.port';
import { BookingLines } from '../booking-lines';
import type { KeptPlace } from '../bookings.port';
import type { KeptTime } from './displaced.entity';
import { DisplacedRepository } from './displaced.repository';

/** What a plan for all who lost their place keeps for one of them (`BookableService.replaced`). */
@Injectable()
export class Keeping {
  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly lines: BookingLines,
    private readonly inventory: SlotInventory,
  ) {}

  /** Inside the caller's transaction, which holds the booking's row. The new time is held before the old one is let go. */
  async keepFor(booking: Booking, kept: KeptPlace | undefined, others: readonly string[]): Promise<'kept' | 'full'> {
    const { id } = booking;
    const before = await this.displaced.kept(id);
    const holdId = kept && (await this.hold(booking, kept, before));
    if (kept && holdId === undefined) return 'full';
    await this.letGo(id, before.find(({ windowId }) => windowId === kept?.windowId)?.holdId ?? null);
    if (kept && holdId !== undefined) {
      const { windowId, until: keptUntil } = kept;
      await this.displaced.keep({ bookingId: id, windowId, holdId, order: 1, keptUntil });
    }
    await this.offer(
      id,
      others.filter((windowId) => windowId !== kept?.windowId),
    );
    await this.displaced.told(id);
    return 'kept';
  }

  /** What is kept in the same window already goes on being theirs, with what they need now. */
  private async hold(
    booking: Booking,
    { windowId, until, byStaff }: KeptPlace,
    before: readonly KeptTime[],
  ): Promise<string | undefined> {
    const lines = await this.lines.of(booking, windowId);
    await this.lines.lock(
      before.map(({ holdId }) => holdId),
      lines,
    );
    const same = before.find((each) => each.windowId === windowId)?.holdId ?? null;
    const outcome =
      same === null
        ? await this.inventory.hold({ holder: booking.id, lines, until, ...(byStaff && { byStaff }) })
        : await this.inventory.exchange(same, lines);
    if (outcome.kind !== 'held') return undefined;
    if (same !== null) await this.inventory.extend(outcome.holdId, until);
    return outcome.holdId;
  }

  /** But for what became part of the new one. */
  private async letGo(bookingId: string, but: string | null): Promise<void> {
    for (const { holdId } of await this.displaced.takeAllAway(bookingId)) {
      if (holdId !== null && holdId !== but) await this.inventory.release(holdId);
    }
  }

  private async offer(bookingId: string, windowIds: readonly string[]): Promise<void> {
    for (const [at, windowId] of windowIds.entries()) {
      const window = await this.inventory.findWindow(windowId);
      if (!window) continue;
      const keptUntil = window.closesAt;
      await this.displaced.keep({ bookingId, windowId, holdId: null, order: at + 2, keptUntil });
    }
  }
}
