import type { FollowUpAnswer, FollowUpView, RatingView, Score } from '@jinmen/shared/applications/feedback';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { CaseEventRow } from '../cases/case-event.entity';
import { FollowUp, followUpText, Rating, ratingText } from './feedback.entity';

const DAY_MS = 24 * 3_600_000;
/** Whoever was not asked within a month of the day, because everything stood still, is left in peace. */
const LATEST_DAYS = 30;
const BATCH = 100;

/** All SQL about ratings and the question some weeks later. */
@Injectable()
export class FeedbackRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async ratingOf(applicationId: string): Promise<Exclude<RatingView, { state: 'offered' }> | undefined> {
    const row = await this.transactions.manager.findOneBy(Rating, { applicationId });
    if (!row) return undefined;
    const at = row.at.toISOString();
    return row.score === null ? { state: 'skipped', at } : { state: 'given', score: row.score, at };
  }

  async followUpOf(applicationId: string): Promise<FollowUpView | undefined> {
    const row = await this.transactions.manager.findOneBy(FollowUp, { applicationId });
    if (!row || row.state === 'spared') return undefined;
    const at = row.answeredAt?.toISOString() ?? '';
    if (row.state === 'skipped') return { state: 'skipped', at };
    return row.answer === null
      ? { state: 'asked', askedAt: row.askedAt.toISOString() }
      : { state: 'answered', answer: row.answer, at };
  }

  async rate(applicationId: string, score: Score | null, text: string | undefined): Promise<void> {
    const sealed = score !== null && text ? this.sealing.seal(labelIn(ratingText, applicationId), text) : null;
    await this.transactions.manager.insert(Rating, { applicationId, score, text: sealed, at: this.clock.now() });
  }

  async knowsFollowUpOf(applicationId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(FollowUp, { applicationId })) > 0;
  }

  /** Applications whose last decision is that long ago, and of which nothing was asked yet. */
  async dueForFollowUp(days: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.transactions.manager
      .createQueryBuilder(CaseEventRow, 'event')
      .innerJoin('event.case', 'one')
      .innerJoin('one.application', 'application')
      .leftJoin(FollowUp, 'asked', 'asked.applicationId = application.id')
      .select('application.id', 'id')
      .where("event.kind = 'decided' AND event.applied = 1 AND application.state = 'closed'")
      .andWhere('asked.applicationId IS NULL')
      .groupBy('application.id')
      .having('MAX(event.at) <= :latest AND MAX(event.at) > :earliest', {
        latest: this.clock.instantBefore(days * DAY_MS),
        earliest: this.clock.instantBefore((days + LATEST_DAYS) * DAY_MS),
      })
      .limit(BATCH)
      .getRawMany();
    return rows.map(({ id }) => id);
  }

  async ask(applicationId: string, state: 'asked' | 'spared'): Promise<void> {
    const row = { applicationId, askedAt: this.clock.now(), state };
    await this.transactions.manager.insert(FollowUp, { ...row, answer: null, text: null, answeredAt: null });
  }

  /** Whether it was still waiting for an answer. */
  async answer(applicationId: string, answer: FollowUpAnswer | null, text: string | undefined): Promise<boolean> {
    const sealed = answer !== null && text ? this.sealing.seal(labelIn(followUpText, applicationId), text) : null;
    const { affected } = await this.transactions.manager.update(
      FollowUp,
      { applicationId, state: 'asked' },
      { state: answer === null ? 'skipped' : 'answered', answer, text: sealed, answeredAt: this.clock.now() },
    );
    return affected === 1;
  }
}
