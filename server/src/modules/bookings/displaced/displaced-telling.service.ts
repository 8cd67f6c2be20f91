import { Injectable, Logger } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { traceOf } from '../../../platform/http/problem.filter';
import { Notices } from '../../notices/notices.port';
import type { SlotWindow } from '../../slot-inventory/slot-inventory.port';
import { BookingsRepository } from '../bookings.repository';
import { DisplacedRepository } from './displaced.repository';
import { FirstTimes } from './first-times';
import { KeptTimesService } from './kept-times.service';
import { OtherTimes } from './other-times';

/** More than have booked one day in the whole city. */
const AT_ONCE = 1000;
/** What somebody else took between plan and act is planned for again, so often; then they are told of what there is. */
const MOST_PLANS = 3;

/** Undoes what was begun for one of them. */
class SomebodyWasQuicker extends Error {}

/**
 * What follows when a window was closed under a booking: its people are told once, with three other times kept for them
 * first. Nothing is cancelled by itself; when the times are given back, the booking still stands (design §6).
 */
@Injectable()
export class DisplacedTelling {
  private readonly logger = new Logger('Displaced');

  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly kept: KeptTimesService,
    private readonly firstTimes: FirstTimes,
    private readonly others: OtherTimes,
    private readonly bookings: BookingsRepository,
    private readonly notices: Notices,
    private readonly transactions: Transactions,
  ) {}

  /** What was kept long enough goes back first: it may be what the next one needs. */
  async look(): Promise<void> {
    await this.kept.giveBack(await this.displaced.ended(AT_ONCE));
    let untold = await this.displaced.untold(AT_ONCE, this.others.plannedTogether());
    for (let plan = 1; untold.length > 0 && plan <= MOST_PLANS; plan += 1) {
      untold = await this.tellAll(untold, plan === MOST_PLANS);
    }
  }

  /** Planned for together, told each for themselves: whom to plan for once more. */
  private async tellAll(ids: readonly string[], isLast: boolean): Promise<readonly string[]> {
    const plan = await this.firstTimes.planFor(ids);
    const again: string[] = [];
    for (const id of ids) {
      const times = plan.get(id);
      if (times && !(await this.tellOrLater(id, times, isLast))) again.push(id);
    }
    return again;
  }

  /** One that fails keeps nobody else waiting, and comes round again. */
  private async tellOrLater(id: string, times: readonly SlotWindow[], isLast: boolean): Promise<boolean> {
    try {
      await this.transactions.run(() => this.tell(id, times, isLast));
    } catch (error) {
      if (error instanceof SomebodyWasQuicker) return false;
      this.logger.error({ booking: id, ...traceOf(error) });
    }
    return true;
  }

  /** The booking's row first, as everybody; then windows. Whoever cancelled meanwhile is told nothing. */
  private async tell(id: string, times: readonly SlotWindow[], isLast: boolean): Promise<void> {
    const opened = await this.bookings.findForUpdate({ id });
    if (opened?.row.state !== 'displaced') return this.displaced.remove(id);
    if (!(await this.displaced.told(id))) return;
    const kept = await this.others.keep(opened, times);
    if (kept < times.length && !isLast) throw new SomebodyWasQuicker();
    for (const { row } of opened.parties) {
      const { accountId } = row;
      if (accountId === null) continue;
      await this.notices.post({ accountId, topic: 'booking-displaced', about: { kind: 'booking', id } });
    }
  }
}
