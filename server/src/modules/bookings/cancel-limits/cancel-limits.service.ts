import type { BookingState } from '@jinmen/shared/bookings/views';
import { addPeriod, type CivilDate, civilDate } from '@jinmen/shared/kernel/civil-date';
import { monthDayWords } from '@jinmen/shared/kernel/day-words';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { lockTries } from '../../../platform/database/tries';
import { Jobs } from '../../../platform/jobs/jobs';
import type { BookableService, BookingRefusal, CancelLimit } from '../bookable-service.port';
import { bookingWords as words } from '../booking-words';
import { PolicyRegistry } from '../policy-registry';
import { CancelCount } from './cancel-count.entity';

const SWEEP_EVERY_MS = 6 * 3600_000;

/**
 * What was somebody's and is nobody's now. Letting a time go that is only held is worth no more than letting it run out,
 * and whoever lost their time to a closed day gives nothing back.
 */
const GIVEN_BACK: ReadonlySet<BookingState> = new Set(['pending-partner', 'confirmed']);

/** Somebody who wants a time of a service. */
export interface LimitedWish {
  readonly policy: BookableService;
  readonly service: string;
  readonly kind: string;
  readonly holder: { readonly personId: string };
}

/** A booking one of its people may cancel. */
interface Cancellable {
  readonly service: string;
  readonly kind: string;
  readonly state: BookingState;
}

/**
 * Who gave times back themself so often this month (of Tianjin) that they hold no new one until the next (docs/adr/0041).
 * Nothing is asked of the database for a service without a limit.
 */
@Injectable()
export class CancelLimits implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRegistry,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('booking-cancel-counts-sweep', SWEEP_EVERY_MS, () => this.sweep(), { alone: true });
  }

  /**
   * Which of these is refused, and in what words. Inside the transaction that would hold, after its windows and before its
   * quota keys: a cancellation counts before it gives its key back, so that whoever gets the key has seen the count. Only
   * a row that is there is locked; looking for an absent one would lock its gap, and keep others from cancelling in a rush.
   */
  async refusals<Wish extends LimitedWish>(wishes: readonly Wish[]): Promise<ReadonlyMap<Wish, BookingRefusal>> {
    const limited = wishes.filter(({ policy, kind }) => policy.cancelLimit(kind));
    const refused = new Map<Wish, BookingRefusal>();
    const counts = await this.countsOf(limited.map(({ service, holder }) => ({ service, personId: holder.personId })));
    for (const { service, personId } of counts) {
      const tries = await this.triesNow(service, personId);
      for (const wish of limited) {
        const limit = wish.policy.cancelLimit(wish.kind);
        if (wish.service !== service || wish.holder.personId !== personId || !limit || tries < limit.times) continue;
        const said = words.cancelledOften(tries, monthDayWords(this.nextMonth()), limit.otherWay);
        refused.set(wish, { code: 'booking.cancelled-often', words: said });
      }
    }
    return refused;
  }

  /** The same for one. */
  async refusalOf(wish: LimitedWish): Promise<BookingRefusal | undefined> {
    return (await this.refusals([wish])).get(wish);
  }

  /** In the transaction that cancels it, after its windows and before its quota keys go. Of what has a limit alone. */
  async count(cancelled: Cancellable, personId: string): Promise<void> {
    if (!this.limitOf(cancelled)) return;
    const key = { month: this.month(), service: cancelled.service, personId };
    const { manager } = this.transactions;
    await lockTries(manager, CancelCount, key, ['month', 'service', 'person_id']);
    await manager.increment(CancelCount, key, 'tries', 1);
  }

  /** Where it is somebody's last this month should they cancel it now: the day from which they could book again. */
  async againFrom(booking: Cancellable, personId: string): Promise<CivilDate | undefined> {
    const limit = this.limitOf(booking);
    if (!limit) return undefined;
    const [before] = await this.countsOf([{ ...booking, personId }]);
    return (before?.tries ?? 0) + 1 < limit.times ? undefined : this.nextMonth();
  }

  private limitOf({ service, kind, state }: Cancellable): CancelLimit | undefined {
    return GIVEN_BACK.has(state) ? this.policies.get(service).cancelLimit(kind) : undefined;
  }

  /** Those of them who gave one back this month, in the order their rows are locked in. */
  private async countsOf(asked: readonly Pick<CancelCount, 'service' | 'personId'>[]): Promise<readonly CancelCount[]> {
    if (asked.length === 0) return [];
    const month = this.month();
    const where = asked.map(({ service, personId }) => ({ month, service, personId }));
    const order = { service: 'ASC', personId: 'ASC' } as const;
    return this.transactions.manager.find(CancelCount, { where, order });
  }

  /** As it is now, whatever the transaction has read before. The row is there. */
  private async triesNow(service: string, personId: string): Promise<number> {
    const { manager } = this.transactions;
    const where = { month: this.month(), service, personId };
    return (await manager.findOne(CancelCount, { where, ...forUpdate(manager) }))?.tries ?? 0;
  }

  /** Of the months that are over. */
  async sweep(): Promise<void> {
    const month = this.month();
    await this.transactions.run(() => this.transactions.manager.delete(CancelCount, { month: LessThan(month) }));
  }

  private month(): string {
    return this.clock.today().slice(0, 7);
  }

  private nextMonth(): CivilDate {
    return addPeriod(civilDate(`${this.month()}-01`), { months: 1 });
  }
}
