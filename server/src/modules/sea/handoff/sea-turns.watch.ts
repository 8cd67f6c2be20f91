import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { Injectable } from '@nestjs/common';
import { ConnectedBureaus } from '../../../platform/bureau-http/connected-bureaus';
import type { Booking, BookingTurn } from '../../bookings/bookable-service.port';
import { BookingWatch } from '../../bookings/booking-watch.port';
import { Boarding } from '../boarding/boarding.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { Voyages } from '../voyages/voyages.port';
import { SeaFilings } from './sea-filings.service';
import { partyOf, voyageTold } from './sea-messages';

/**
 * Hands what happens to a place at sea over to the funeral bureau, in the transaction in which it happens: in order, and
 * nothing of a place that nobody has confirmed. A family whose voyage does not sail is suspended there, not cancelled.
 */
@Injectable()
export class SeaTurns extends BookingWatch {
  constructor(
    private readonly bureaus: ConnectedBureaus,
    private readonly farewells: Farewells,
    private readonly voyages: Voyages,
    private readonly boarding: Boarding,
    private readonly filings: SeaFilings,
  ) {
    super();
  }

  async turned({ act, booking }: BookingTurn): Promise<void> {
    if (booking.service !== seaScattering.code || !this.bureaus.has('funeral-affairs')) return;
    if (!CONCERN.has(act)) return;
    // the farewell before the filing, as everybody who changes a family does
    const farewell = await this.farewellOf(booking);
    const filing = await this.filings.findForUpdate(booking.id);
    if (act === 'confirmed' && filing === undefined) return this.confirm(booking, farewell);
    if (filing === undefined || filing.state === 'ended') return;
    if (act === 'displaced') return this.filings.suspend(booking.id);
    if (act === 'cancelled' || act === 'expired') return this.filings.cancel(booking.id);
    return this.filings.move(booking.id, { voyage: await this.voyageOf(booking) });
  }

  private async confirm(booking: Booking, farewell: Farewell): Promise<void> {
    const holder = booking.parties.find(({ role }) => role === 'holder');
    if (!holder) throw new Error(`nobody holds booking ${booking.id}`);
    const party = partyOf(farewell, holder, await this.boarding.passesOf(booking.id));
    const place = { booking: booking.id, number: booking.number, farewell: farewell.number };
    await this.filings.confirm(farewell.id, { ...place, voyage: await this.voyageOf(booking), ...party });
  }

  private async farewellOf({ id, details }: Booking): Promise<Farewell> {
    const farewell = await this.farewells.findForUpdate(String(details.farewell));
    if (!farewell) throw new Error(`booking ${id} is for no farewell`);
    return farewell;
  }

  private async voyageOf({ id, window }: Booking) {
    const voyage = await this.voyages.find(window.id);
    if (!voyage) throw new Error(`booking ${id} is on no voyage`);
    return voyageTold(voyage);
  }
}

const CONCERN: ReadonlySet<BookingTurn['act']> = new Set(['confirmed', 'moved', 'displaced', 'cancelled', 'expired']);
