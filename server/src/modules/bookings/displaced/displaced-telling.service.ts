import { Injectable, Logger } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { traceOf } from '../../../platform/http/problem.filter';
import { Notices } from '../../notices/notices.port';
import { BookingPeople } from '../booking-people.service';
import { BookingsRepository } from '../bookings.repository';
import { DisplacedRepository } from './displaced.repository';
import { KeptTimesService } from './kept-times.service';
import { OtherTimes } from './other-times';

/** More than have booked one day in the whole city. */
const AT_ONCE = 1000;

/**
 * What follows when a window was closed under a booking: its people are told once, with three other times kept for them
 * first. Nothing is cancelled by itself; when the times are given back, the booking still stands (design §6).
 */
@Injectable()
export class DisplacedTelling {
  private readonly logger = new Logger('Displaced');

  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly kept: KeptTimesService,
    private readonly others: OtherTimes,
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly notices: Notices,
    private readonly transactions: Transactions,
  ) {}

  /** What was kept long enough goes back first: it may be what the next one needs. */
  async look(): Promise<void> {
    await this.kept.giveBack(await this.displaced.ended(AT_ONCE));
    for (const id of await this.displaced.untold(AT_ONCE, this.others.plannedTogether())) await this.tellOrLater(id);
  }

  /** One that fails keeps nobody else waiting, and comes round again. */
  private async tellOrLater(id: string): Promise<void> {
    try {
      await this.transactions.run(() => this.tell(id));
    } catch (error) {
      this.logger.error({ booking: id, ...traceOf(error) });
    }
  }

  /** The booking's row first, as everybody; then windows. Whoever cancelled meanwhile is told nothing. */
  private async tell(id: string): Promise<void> {
    const opened = await this.bookings.findForUpdate({ id });
    if (opened?.row.state !== 'displaced') return this.displaced.remove(id);
    if (!(await this.displaced.told(id))) return;
    const booking = await this.people.toBooking(opened);
    await this.others.keepFor(booking);
    for (const { accountId } of booking.parties) {
      if (accountId === undefined) continue;
      await this.notices.post({ accountId, topic: 'booking-displaced', about: { kind: 'booking', id } });
    }
  }
}
