import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { demonstrationVoyages } from './demonstration';
import { VoyageOpening } from './voyage-opening';

export const DEMONSTRATION_VOYAGES_JOB = 'sea.demonstration-voyages';
const EVERY_MS = 3_600_000;

/** Keeps voyages marked 示例 ahead where the service is only tried (`SEA_DEMONSTRATION`). What is there stays as it is. */
@Injectable()
export class DemonstrationVoyages {
  /** The day this process has looked on, so that a quiet turn costs nothing. */
  private looked?: string;

  constructor(
    jobs: Jobs,
    config: Config,
    private readonly opening: VoyageOpening,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    if (config.seaDemonstration) {
      jobs.every(DEMONSTRATION_VOYAGES_JOB, EVERY_MS, () => this.openAhead(), { alone: true });
    }
  }

  private async openAhead(): Promise<void> {
    const today = this.clock.today();
    if (this.looked === today) return;
    for (const voyage of demonstrationVoyages(today)) await this.transactions.run(() => this.opening.open(voyage));
    this.looked = today;
  }
}
