import { aboardOf, type FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { Bookings } from '../../bookings/bookings.port';
import { farewellProblems } from './farewell-problems';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';

/** The seats of a family that has a place already. */
@Injectable()
export class CompanySeats {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly bookings: Bookings,
  ) {}

  /** The booking's row is the first lock of everybody: before the farewell's. */
  async lockPlace(id: string): Promise<void> {
    const { bookingId } = (await this.farewells.get(id)).row;
    if (bookingId !== null) await this.bookings.findForUpdate(bookingId);
  }

  /** After it was written. @throws Problem 409 `farewell.voyage-full`, `farewell.cannot-resize`: nothing was changed then. */
  async follow({ row, content }: OpenedFarewell, before: FarewellContent): Promise<void> {
    if (row.bookingId === null || aboardOf(content) === aboardOf(before)) return;
    const outcome = await this.bookings.resize(row.bookingId);
    if (outcome === 'full') throw farewellProblems.full();
    if (outcome === 'not-possible') throw farewellProblems.cannotResize();
  }
}
