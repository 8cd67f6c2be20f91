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

  /** None while they wait for one. */
  async find(bookingId: string | null): Promise<FarewellPlace | undefined> {
    const stand = bookingId === null ? undefined : await this.stands.find(bookingId);
    const voyage = stand && (await this.voyage(stand.windowId));
    if (!stand || !voyage || bookingId === null) return undefined;
    const until = stand.heldUntil ?? (stand.offers?.kept === undefined ? undefined : stand.offers.until);
    const offers = stand.offers && (await this.offers(stand.offers));
    return {
      ...{ booking: bookingId, number: stand.number, state: stand.state, voyage },
      ...(until && { keptUntil: until.toISOString() }),
      ...(offers && { offers }),
    };
  }

  private async offers({ kept, others }: NonNullable<BookingStand['offers']>) {
    const keptVoyage = kept === undefined ? undefined : await this.voyage(kept);
    const found = [];
    for (const other of others) found.push(await this.voyage(other));
    return { ...(keptVoyage && { kept: keptVoyage }), others: found.flatMap((voyage) => (voyage ? [voyage] : [])) };
  }

  private async voyage(id: string) {
    const voyage = await this.voyages.find(id);
    return voyage && this.voyages.view(voyage);
  }
}
