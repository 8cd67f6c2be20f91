import { Injectable } from '@nestjs/common';
import { type BookingStand, BookingStands } from './booking-stands.port';
import { BookingsRepository } from './bookings.repository';
import { KeptForDisplaced } from './displaced/kept-times.port';

@Injectable()
export class BookingStandsService extends BookingStands {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly kept: KeptForDisplaced,
  ) {
    super();
  }

  async find(id: string): Promise<BookingStand | undefined> {
    const row = (await this.bookings.find(id))?.row;
    if (!row) return undefined;
    const { number, state, windowId, expiresAt } = row;
    const found = state === 'displaced' ? await this.kept.find(id) : undefined;
    const kept = found?.times.find((time) => time.kept)?.window.id;
    const others = found?.times.flatMap((time) => (time.kept ? [] : [time.window.id])) ?? [];
    return {
      ...{ number, state, windowId },
      ...(state === 'held' && expiresAt !== null && { heldUntil: expiresAt }),
      ...(found && { offers: { others, until: found.until, ...(kept !== undefined && { kept }) } }),
    };
  }
}
