import type { FarewellPlace } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { type BookingStand, BookingStands } from '../../bookings/booking-stands.port';
import { Voyages } from '../voyages/voyages.port';

/** Where a family stands with a voyage. */
@Injectable()
export class FarewellPlaces {
  constructor(
    private readonly stands: BookingStands,
    private readonly voyages: Voyages,
  ) {}

  /** None while they wait for one. Voyages as a family with so many aboard sees them. */
  async find(bookingId: string | null, aboard: number): Promise<FarewellPlace | undefined> {
    const stand = bookingId === null ? undefined : await this.stands.find(bookingId);
    const voyage = stand && (await this.voyage(stand.windowId, aboard));
    if (!stand || !voyage || bookingId === null) return undefined;
    const until = stand.heldUntil ?? (stand.offers?.kept === undefined ? undefined : stand.offers.until);
    const offers = stand.offers && (await this.offers(stand.offers, aboard));
    return {
      ...{ booking: bookingId, number: stand.number, state: stand.state, voyage },
      ...(until && { keptUntil: until.toISOString() }),
      ...(offers && { offers }),
    };
  }

  private async offers({ kept, others }: NonNullable<BookingStand['offers']>, aboard: number) {
    const keptVoyage = kept === undefined ? undefined : await this.voyage(kept, aboard);
    const found = [];
    for (const other of others) found.push(await this.voyage(other, aboard));
    return { ...(keptVoyage && { kept: keptVoyage }), others: found.flatMap((voyage) => (voyage ? [voyage] : [])) };
  }

  private async voyage(id: string, aboard: number) {
    const voyage = await this.voyages.find(id);
    return voyage && this.voyages.view(voyage, aboard);
  }
}
