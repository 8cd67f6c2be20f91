import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { Jobs } from '../../../platform/jobs/jobs';
import { Notices } from '../../notices/notices.port';
import { BookingsRepository } from '../bookings.repository';
import type { Asking } from './asking.entity';
import { AskingsRepository } from './askings.repository';
import { ChangeEnds } from './change-ends.service';
import { remindAt } from './remind-at';

const EVERY_MS = 15_000;
/** At once, so that a long list holds no transaction and no row for long. */
const AT_ONCE = 200;

/**
 * The clock of what is asked: one reminder, and the end of another time nobody agreed to. It never looks at a no, so a
 * no and a silence are treated alike (docs/adr/0019). The end of a booking itself is the flow's.
 */
@Injectable()
export class AskingTimes implements OnModuleInit {
  private readonly logger = new Logger('AskingTimes');

  constructor(
    private readonly askings: AskingsRepository,
    private readonly bookings: BookingsRepository,
    private readonly ends: ChangeEnds,
    private readonly notices: Notices,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('booking-askings', EVERY_MS, () => this.look(), { alone: true });
  }

  async look(): Promise<void> {
    await eachApart(await this.askings.lapsedChanges(AT_ONCE), (asking) => this.lapse(asking), this.logger);
    const now = this.clock.now();
    const due = (await this.askings.unreminded(AT_ONCE)).filter((asking) => remindAt(asking) <= now);
    await eachApart(due, (asking) => this.remind(asking), this.logger);
  }

  private async lapse({ id, bookingId }: Asking): Promise<void> {
    await this.transactions.run(async () => {
      const opened = await this.bookings.findForUpdate({ id: bookingId });
      const asking = await this.askings.get(id);
      if (!opened || asking.standing === null) return;
      await this.ends.end(opened, asking, 'lapsed');
    });
  }

  /** Everybody who opened the link, and whoever asked: whatever any of them answered. */
  private async remind(asking: Asking): Promise<void> {
    await this.transactions.run(async () => {
      const opened = await this.bookings.findForUpdate({ id: asking.bookingId });
      if (!opened || !(await this.askings.remind(asking))) return;
      const accountOf = (asked: boolean) =>
        opened.parties.find(({ row }) => (row.role === asking.asked) === asked)?.row.accountId ?? undefined;
      const [theirs, askers] = [accountOf(true), accountOf(false)];
      const about = { kind: 'booking', id: asking.bookingId } as const;
      if (askers) await this.notices.post({ accountId: askers, topic: 'booking-unanswered', about });
      if (theirs) await this.notices.post({ accountId: theirs, topic: 'booking-asked', about });
      for (const accountId of await this.askings.openersOf(asking)) {
        if (accountId === theirs) continue;
        await this.notices.post({ accountId, topic: 'booking-asked', about: { kind: 'invitation', id: asking.id } });
      }
    });
  }
}
