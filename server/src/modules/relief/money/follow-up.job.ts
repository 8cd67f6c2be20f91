import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { Jobs } from '../../../platform/jobs/jobs';
import { FeedbackRepository } from './feedback.repository';
import { Feedback } from './feedback.service';

const HOUR_MS = 3_600_000;

/** 回访: some weeks after the last answer, one question by message. */
@Injectable()
export class FollowUpJob {
  private readonly logger = new Logger('FollowUp');

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly asked: FeedbackRepository,
    private readonly feedback: Feedback,
    jobs: Jobs,
  ) {
    jobs.every('relief.follow-up', HOUR_MS, () => this.ask(), { alone: true });
  }

  private async ask(): Promise<void> {
    const due = await this.asked.dueForFollowUp(this.config.followUpAfterDays);
    await eachApart(due, (id) => this.transactions.run(() => this.feedback.askLater(id)), this.logger);
  }
}
