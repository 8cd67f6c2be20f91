import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { eachApart } from '../../platform/jobs/each-apart';
import { Jobs } from '../../platform/jobs/jobs';
import { UrgentDispatch } from './urgent-dispatch';
import { UrgentRequestsRepository } from './urgent-requests.repository';

const EVERY_MS = 30_000;
const AT_ONCE = 500;
const MINUTE_MS = 60_000;

/** A request nobody looked at within `URGENT_LOOK_WITHIN_MINUTES` is told once more, to the bureau and at `/staff`. */
@Injectable()
export class UrgentEscalation implements OnModuleInit {
  private readonly logger = new Logger('UrgentEscalation');

  constructor(
    private readonly transactions: Transactions,
    private readonly requests: UrgentRequestsRepository,
    private readonly dispatch: UrgentDispatch,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('urgent-escalation', EVERY_MS, () => this.run(), { alone: true });
  }

  async run(): Promise<void> {
    const before = this.clock.instantBefore(this.config.urgentLookWithinMinutes * MINUTE_MS);
    const unseen = await this.requests.unseenSince(before, AT_ONCE);
    await eachApart(unseen, (id) => this.tell(id), this.logger);
  }

  /** The alarm rings also where what was said cannot be opened: somebody waits all the same. */
  private async tell(id: string): Promise<void> {
    try {
      await this.transactions.run(() => this.escalate(id));
    } catch (error) {
      this.logger.error({ alarm: 'urgent request unseen' });
      throw error;
    }
  }

  private async escalate(id: string): Promise<void> {
    const opened = await this.requests.forChange(id);
    if (opened?.row.state !== 'waiting' || opened.row.escalatedAt !== null) return;
    await this.requests.happen(opened, { kind: 'escalated', at: this.clock.now() });
    await this.dispatch.remind(opened);
    await this.audit.record({
      action: 'urgent-request.escalated',
      actor: { kind: 'system', id: 'urgent' },
      object: `urgent-request:${id}`,
    });
    this.logger.error({ alarm: 'urgent request unseen' });
  }
}
