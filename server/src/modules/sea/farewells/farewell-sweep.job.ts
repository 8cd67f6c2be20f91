import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { FamilyRepository } from './family.repository';
import { FarewellsRepository } from './farewells.repository';
import { KEPT_DAYS } from './withdrawing.service';

export const FAREWELL_SWEEP_JOB = 'farewells.sweep';
const EVERY_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** What was withdrawn or never signed up goes after 90 days without a change; what was signed up stays. */
@Injectable()
export class FarewellSweep implements OnModuleInit {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(FAREWELL_SWEEP_JOB, EVERY_MS, () => this.sweep(), { alone: true });
  }

  /** A day more than is promised: who comes back on the last day finds it. */
  async sweep(): Promise<void> {
    const before = instantOf(this.clock.now().getTime() - (KEPT_DAYS + 1) * DAY_MS);
    for (const id of await this.farewells.forgotten(before))
      await this.transactions.run(async () => {
        if (!(await this.farewells.isForgotten(id, before))) return;
        await this.family.removeAll([id]);
        await this.farewells.remove(id);
      });
  }
}
