import { passTokenOf } from '@jinmen/shared/bookings/pass-token';
import { papersOf } from '@jinmen/shared/services/sea-scattering/papers';
import type { BoardingPassesView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { FuneralAffairs } from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import { problems } from '../../../platform/http/problem';
import { maskedName } from '../../../platform/masking';
import type { Booking } from '../../bookings/bookable-service.port';
import { Bookings } from '../../bookings/bookings.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { Voyages } from '../voyages/voyages.port';
import type { SeaPassRow } from './boarding.entity';
import { boardingProblems, boardingWords, bringOf } from './boarding-words';
import { SeaPassesRepository } from './sea-passes.repository';

/** In these the family has a place, or had one and keeps its passes until there is another. */
const WITH_PASSES: readonly Booking['state'][] = ['confirmed', 'checked-in', 'displaced'];

/** What a family holds up at the vessel, with or without a network. */
@Injectable()
export class SeaPasses {
  constructor(
    private readonly farewells: Farewells,
    private readonly bookings: Bookings,
    private readonly voyages: Voyages,
    private readonly passes: SeaPassesRepository,
    private readonly bureau: FuneralAffairs,
  ) {}

  /** @throws Problem 404; 409 `farewell.no-passes` while no place is theirs. */
  async view(id: string): Promise<BoardingPassesView> {
    const farewell = await this.farewells.find(id);
    if (!farewell) throw problems.notFound();
    const booking = farewell.bookingId === undefined ? undefined : await this.bookings.find(farewell.bookingId);
    const voyage = booking && (await this.voyages.find(booking.window.id));
    if (!booking || !voyage || !WITH_PASSES.includes(booking.state)) throw boardingProblems.noPasses();
    const rows = await this.passes.of(farewell);
    return {
      farewell: id,
      number: booking.number,
      state: booking.state,
      voyage: await this.voyages.view(voyage),
      passes: rows.map((row) => this.passOf(booking.number, row, farewell)),
      bring: bringOf(farewell.way, papersOf(farewell), farewell.ashes.bringer === 'family'),
    };
  }

  private passOf(number: string, row: SeaPassRow, farewell: Farewell): BoardingPassesView['passes'][number] {
    const relative = farewell.company?.named.find(({ id }) => id === row.relativeId);
    return {
      id: String(row.n),
      name: relative ? maskedName(relative.name) : boardingWords.unnamed(row.n),
      where: row.place,
      ...passTokenOf(passNumber(number, row.n), (text) => this.bureau.passSeal(text)),
      ...(row.boardedAt && { boardedAt: row.boardedAt.toISOString() }),
    };
  }
}

/** `JM-7KQ2M9-2` */
export function passNumber(number: string, n: number): string {
  return `${number}-${n}`;
}
