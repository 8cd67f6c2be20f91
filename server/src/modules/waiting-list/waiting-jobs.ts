import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { WaitingEnds } from './waiting-ends';
import { WaitingGiver } from './waiting-giver';

export const GIVE_JOB = 'waiting-list.give';
const GIVE_EVERY_MS = 20_000;
const SWEEP_EVERY_MS = 3_600_000;

/** When the line is looked at: every so often, and as soon as something came free or somebody joined. */
@Injectable()
export class WaitingJobs {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    giver: WaitingGiver,
    ends: WaitingEnds,
  ) {
    jobs.every(GIVE_JOB, GIVE_EVERY_MS, () => giver.give(), { alone: true });
    jobs.every('waiting-list.sweep', SWEEP_EVERY_MS, () => ends.sweep(), { alone: true });
  }

  lookAfterCommit(): void {
    this.transactions.afterCommit(() => void this.jobs.wake(GIVE_JOB));
  }
}
