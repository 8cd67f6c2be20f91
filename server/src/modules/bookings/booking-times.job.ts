import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { eachApart } from '../../platform/jobs/each-apart';
import { Jobs } from '../../platform/jobs/jobs';
import { BookingEnds } from './booking-ends.service';
import { BookingsRepository } from './bookings.repository';

export const BOOKING_TIMES_JOB = 'booking-times';
const EVERY_MS = 5000;
/** At once, so that a long list keeps no row for long. */
const AT_ONCE = 200;

/**
 * The clock of bookings: what nobody confirmed in time ends and its units rest; whoever did not come is a no-show. Each
 * in a transaction of its own, which looks again once it has the row: any number of processes may do it.
 */
@Injectable()
export class BookingTimes {
  private readonly logger = new Logger('BookingTimes');

  constructor(
    private readonly bookings: BookingsRepository,
    private readonly ends: BookingEnds,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.every(BOOKING_TIMES_JOB, EVERY_MS, () => this.look(), { alone: true });
  }

  async look(): Promise<void> {
    const { transactions, logger } = this;
    await eachApart(await this.bookings.expired(AT_ONCE), (id) => transactions.run(() => this.expire(id)), logger);
    await eachApart(await this.bookings.missed(AT_ONCE), (id) => transactions.run(() => this.miss(id)), logger);
  }

  private async expire(id: string): Promise<void> {
    const opened = await this.bookings.findForUpdate({ id });
    if (!opened?.row.expiresAt || opened.row.expiresAt > this.clock.now()) return;
    await this.ends.end(opened, { move: 'expire', act: 'expired' });
  }

  private async miss(id: string): Promise<void> {
    const opened = await this.bookings.findForUpdate({ id });
    if (opened?.row.state !== 'confirmed' || opened.row.noShowAt > this.clock.now()) return;
    await this.ends.settle(opened, { move: 'miss', act: 'no-show' });
  }
}
