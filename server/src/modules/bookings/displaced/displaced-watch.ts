import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import type { BookingTurn } from '../bookable-service.port';
import { BookingWatch } from '../booking-watch.port';
import { DisplacedRepository } from './displaced.repository';
import { DisplacedTelling } from './displaced-telling.service';

export const DISPLACED_JOB = 'bookings.displaced';
const EVERY_MS = 10_000;

/**
 * Notices when a booking loses its place, and when it has one again or is over. What follows (whom to tell, what to keep)
 * is the job's, so that closing a day is quick however many had booked it.
 */
@Injectable()
export class DisplacedWatch extends BookingWatch {
  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    telling: DisplacedTelling,
  ) {
    super();
    jobs.every(DISPLACED_JOB, EVERY_MS, () => telling.look(), { alone: true });
  }

  async turned({ act, booking }: BookingTurn): Promise<void> {
    if (act === 'held') return; // it never had a place to lose
    if (act === 'displaced') {
      await this.displaced.keepNoLonger(booking.id);
      await this.displaced.add(booking.id);
      this.transactions.afterCommit(() => void this.jobs.wake(DISPLACED_JOB));
    } else if (booking.state !== 'displaced') {
      await this.displaced.keepNoLonger(booking.id);
      await this.displaced.remove(booking.id);
    }
  }
}
