import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { Outbox } from '../../platform/outbox/outbox';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import type { Booking } from '../bookings/bookable-service.port';
import { Notices } from '../notices/notices.port';
import { MarriageReview, reviewAnswer } from './marriage.entity';
import type { ReviewAsked } from './registry-messages';

/** 联网审查: asked of each person apart, and the answer told to nobody but them (design.md §6). */
@Injectable()
export class Reviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly sealing: Sealing,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Once a person and booking. Inside a transaction. */
  async ask({ id: booking, kind, parties }: Booking): Promise<void> {
    const { manager } = this.transactions;
    for (const { personId, accountId, name, idNumber } of parties) {
      if (await manager.existsBy(MarriageReview, { bookingId: booking, personId })) continue;
      const reviewNo = randomUUID();
      const asked = { id: reviewNo, bookingId: booking, personId, askedAt: this.clock.now(), answer: null };
      await manager.insert(MarriageReview, { ...asked, accountId: accountId ?? null });
      const payload: ReviewAsked = { reviewNo, booking, kind, person: { name, idNumber } };
      await this.outbox.append({
        topic: 'marriage-registration.review-asked',
        bureau: 'marriage-registry',
        order: reviewNo,
        payload,
      });
    }
  }

  /**
   * The registry answered. Only that somebody has something to explain is told, and only on their own phone; whoever has
   * none here hears it at the desk. `false` when it was not asked or is answered. Inside a transaction.
   */
  async take(reviewNo: string, result: 'clear' | 'attend'): Promise<boolean> {
    const { manager } = this.transactions;
    const review = await manager.findOne(MarriageReview, { where: { id: reviewNo }, ...forUpdate(manager) });
    if (review === null || review.answer !== null) return false;
    const answer = this.sealing.seal(labelIn(reviewAnswer, reviewNo), result);
    await manager.update(MarriageReview, { id: reviewNo }, { answer });
    if (result === 'attend' && review.accountId !== null) {
      const about = { kind: 'booking', id: review.bookingId } as const;
      await this.notices.post({ accountId: review.accountId, topic: 'booking-word-at-desk', about });
    }
    return true;
  }
}
