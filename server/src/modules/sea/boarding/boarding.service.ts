import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { Injectable } from '@nestjs/common';
import { Bookings } from '../../bookings/bookings.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import {
  type AsideReport,
  Boarding,
  type BoardingOutcome,
  type BoardingPass,
  type ScatteredReport,
} from './boarding.port';
import { ReportsAside } from './reports-aside.service';
import { SeaCertificates } from './sea-certificates.service';
import { SeaPassesRepository } from './sea-passes.repository';
import { passNumber } from './sea-passes.service';

const SERVICE = seaScattering.code;

/** What the vessel desk told, taken up. */
@Injectable()
export class BoardingService extends Boarding {
  constructor(
    private readonly farewells: Farewells,
    private readonly bookings: Bookings,
    private readonly passes: SeaPassesRepository,
    private readonly certificates: SeaCertificates,
    private readonly aside: ReportsAside,
  ) {
    super();
  }

  async passesOf(bookingId: string): Promise<readonly BoardingPass[]> {
    const [booking, farewell] = [await this.bookings.find(bookingId), await this.farewells.ofBooking(bookingId)];
    if (!booking || !farewell) return [];
    const rows = await this.passes.of(farewell);
    return rows.map(({ n, place, relativeId, boardedAt }): BoardingPass => {
      const relative = farewell.company?.named.find(({ id }) => id === relativeId);
      return {
        pass: passNumber(booking.number, n),
        where: place,
        ...(relative && { relative }),
        ...(boardedAt && { boardedAt }),
      };
    });
  }

  /** The booking is locked before the family, as everything that happens to a place does it. */
  async boarded(number: string, pass: string | undefined, at: Date): Promise<BoardingOutcome> {
    if (await this.isOfAnotherDay(number, at)) return 'other-day';
    const family = await this.bookings.checkIn(SERVICE, number, at);
    const farewell = await this.farewellOf(number);
    if (!farewell || family === 'unknown' || family === 'not-possible') return 'unknown';
    const rows = await this.passes.of(farewell);
    const came = rows.filter(({ n, place }) =>
      pass === undefined ? place === 'aboard' : passNumber(number, n) === pass,
    );
    if (came.length === 0 && pass !== undefined) return 'unknown';
    let first = family === 'done';
    for (const { n } of came) first = (await this.passes.board(farewell.id, n, at)) || first;
    return first ? 'done' : 'already';
  }

  async scattered(report: ScatteredReport): Promise<BoardingOutcome> {
    if (await this.isOfAnotherDay(report.number, report.at)) return 'other-day';
    const farewell = await this.farewellOf(report.number);
    if (!farewell) return 'unknown';
    if (!(await this.certificates.issue(farewell, report))) return 'already';
    await this.farewells.scattered(farewell.id);
    return 'done';
  }

  async keepAside({ kind, number, pass, at }: AsideReport): Promise<void> {
    const farewell = await this.farewellOf(number);
    if (!farewell) return;
    await this.aside.add({ farewellId: farewell.id, kind, pass: pass ?? null, saidAt: at });
  }

  /** A slip at the desk, or a clock that is wrong there: whoever has boarded before cannot board that day either. */
  private async isOfAnotherDay(number: string, at: Date): Promise<boolean> {
    const window = (await this.bookings.findByNumber(SERVICE, number))?.window;
    if (!window) return false;
    const day = dayInShanghai(at.getTime());
    return day < window.day || day > dayInShanghai(window.endsAt.getTime());
  }

  private async farewellOf(number: string): Promise<Farewell | undefined> {
    const booking = await this.bookings.findByNumber(SERVICE, number);
    return booking && (await this.farewells.ofBooking(booking.id));
  }
}
