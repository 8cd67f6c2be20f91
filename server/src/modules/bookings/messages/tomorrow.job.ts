import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Between } from 'typeorm';
import { Clock, instantOf } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { Jobs } from '../../../platform/jobs/jobs';
import { Notices } from '../../notices/notices.port';
import { BookingRow } from '../booking.entity';
import { BookingPartyRow } from '../booking-party.entity';
import { PolicyRegistry } from '../policy-registry';
import { BookingReminder } from './booking-reminder.entity';

export const TOMORROW_JOB = 'bookings.tomorrow';
const EVERY_MS = 600_000;
const AT_ONCE = 500;

/** The day before, everybody of a booking is reminded of it once, and once more after it was moved to another time. */
@Injectable()
export class Tomorrow implements OnModuleInit {
  private readonly logger = new Logger('Tomorrow');

  constructor(
    private readonly transactions: Transactions,
    private readonly notices: Notices,
    private readonly policies: PolicyRegistry,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(TOMORROW_JOB, EVERY_MS, () => this.remind(), { alone: true });
  }

  private async remind(): Promise<void> {
    const tell = ({ id, windowId }: BookingRow) => this.transactions.run(() => this.tell(id, windowId));
    for (let told = 1; told > 0; ) told = await eachApart(await this.due(), tell, this.logger);
  }

  private due(): Promise<BookingRow[]> {
    const [from, to] = dayOf(addDays(this.clock.today(), 1));
    return this.transactions.manager
      .createQueryBuilder(BookingRow, 'booking')
      .leftJoin(BookingReminder, 'reminder', 'reminder.bookingId = booking.id AND reminder.windowId = booking.windowId')
      .where({ state: 'confirmed', startsAt: Between(from, to) })
      .andWhere('reminder.bookingId IS NULL')
      .orderBy('booking.startsAt', 'ASC')
      .limit(AT_ONCE)
      .getMany();
  }

  private async tell(bookingId: string, windowId: string): Promise<void> {
    const { manager } = this.transactions;
    const now = await manager.findOne(BookingRow, { where: { id: bookingId }, ...forUpdate(manager) });
    // cancelled or moved since it was found: whoever lost a day is not reminded of it
    if (now?.state !== 'confirmed' || now.windowId !== windowId) return;
    await manager.insert(BookingReminder, { bookingId, windowId, at: this.clock.now() });
    const topic = this.policies.get(now.service).dayBefore;
    for (const { accountId } of await manager.findBy(BookingPartyRow, { bookingId })) {
      if (accountId === null) continue;
      const about = { kind: 'booking', id: bookingId } as const;
      await this.notices.post({ accountId, topic, about });
    }
  }
}

/** Its first and last millisecond in Tianjin. */
function dayOf(day: CivilDate): [Date, Date] {
  const start = (of: CivilDate) => Date.parse(`${of}T00:00:00+08:00`);
  return [instantOf(start(day)), instantOf(start(addDays(day, 1)) - 1)];
}
