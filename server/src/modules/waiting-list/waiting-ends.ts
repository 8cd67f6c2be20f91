import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { Outcomes } from '../../platform/metrics/outcomes';
import { Notices } from '../notices/notices.port';
import { activeKey } from './waiting.repository';
import { type OverReason, WaitingEntry, type WaitingState } from './waiting-entry.entity';
import { WaitingWish } from './waiting-wish.entity';

/** Whoever let it run out twice makes room: 示例, 待民政局核定. */
const MOST_LAPSES = 2;
const SWEEP_AT_ONCE = 100;
const ENDED = { activeKey: null, offerUntil: null } as const;

/** How waiting ends, and how somebody comes back to their place. Each inside the caller's transaction, but the sweep. */
@Injectable()
export class WaitingEnds {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly outcomes: Outcomes,
  ) {}

  /** They do not want to wait any more. `false` when they did not wait, or a time is kept for them. */
  async leave(id: string): Promise<boolean> {
    const left = await this.end({ id, state: 'waiting' }, 'left');
    this.outcomes.happened('waiting_list_ended_total', { how: 'left' }, left);
    return left > 0;
  }

  /** They took the time that was kept for them. */
  async take(bookingId: string): Promise<void> {
    const taken = await this.end({ bookingId, state: 'offered' }, 'taken');
    this.outcomes.happened('waiting_list_ended_total', { how: 'taken' }, taken);
  }

  /** They booked without the line: what they waited for under these kinds is done. */
  async doneFor(personIds: readonly string[], service: string, kinds: readonly string[]): Promise<void> {
    if (personIds.length === 0 || kinds.length === 0) return;
    const where = { personId: In([...personIds]), service, kind: In([...kinds]), state: 'waiting' } as const;
    const change = { state: 'taken', ...ENDED } as const;
    const { affected } = await this.transactions.manager.update(WaitingEntry, where, change);
    this.outcomes.happened('waiting_list_ended_total', { how: 'booked-otherwise' }, affected ?? 0);
  }

  /**
   * The time that was kept is let go: back to the same place in the line, unless it ran out twice or nothing is left to
   * wait for.
   */
  async letGo(bookingId: string, how: 'ran-out' | 'not-wanted'): Promise<void> {
    const { manager } = this.transactions;
    const where = { bookingId, state: 'offered' } as const;
    const row = await manager.findOne(WaitingEntry, { where, ...forUpdate(manager) });
    if (!row) return;
    const lapses = row.lapses + (how === 'ran-out' ? 1 : 0);
    const why = lapses >= MOST_LAPSES ? 'not-taken' : (await this.isPast(row.id)) ? 'days-past' : undefined;
    const back = { state: 'waiting', bookingId: null, offerUntil: null, lapses } as const;
    await manager.update(WaitingEntry, { id: row.id }, back);
    if (why !== undefined) await this.over(row, why);
  }

  /**
   * They took it, and the other person of the two never said yes: back to the same place, and no time of theirs that ran
   * out. Whoever stands in the line again meanwhile stays where they are.
   */
  async back(bookingId: string): Promise<void> {
    const { manager } = this.transactions;
    const where = { bookingId, state: 'taken' } as const;
    const row = await manager.findOne(WaitingEntry, { where, ...forUpdate(manager) });
    if (!row) return;
    const key = activeKey(row.service, row.kind, row.personId);
    if (await manager.existsBy(WaitingEntry, { activeKey: key })) return;
    await manager.update(WaitingEntry, { id: row.id }, { state: 'waiting', bookingId: null, activeKey: key });
    if (await this.isPast(row.id)) await this.over(row, 'days-past');
  }

  /** Ends what waits for days that are all past. */
  async sweep(): Promise<void> {
    const past = await this.transactions.manager
      .createQueryBuilder(WaitingEntry, 'entry')
      .where("entry.state = 'waiting'")
      .andWhere((query) => {
        const ahead = query.subQuery().select('1').from(WaitingWish, 'wish');
        return `NOT EXISTS ${ahead.where('wish.entryId = entry.id AND wish.day >= :today').getQuery()}`;
      })
      .setParameter('today', this.clock.today())
      .take(SWEEP_AT_ONCE)
      .getMany();
    for (const row of past) await this.transactions.run(() => this.over(row, 'days-past'));
  }

  private async over({ id, accountId }: WaitingEntry, overReason: OverReason): Promise<void> {
    const change = { state: 'over', overReason, ...ENDED } as const;
    const { affected } = await this.transactions.manager.update(WaitingEntry, { id, state: 'waiting' }, change);
    if (affected !== 1) return;
    this.outcomes.happened('waiting_list_ended_total', { how: overReason });
    await this.notices.post({ accountId, topic: 'waiting-over', about: { kind: 'waiting', id } });
  }

  private async isPast(entryId: string): Promise<boolean> {
    const day = MoreThanOrEqual<CivilDate>(this.clock.today());
    return (await this.transactions.manager.countBy(WaitingWish, { entryId, day })) === 0;
  }

  private async end(where: { state: WaitingState; id?: string; bookingId?: string }, state: WaitingState) {
    const { affected } = await this.transactions.manager.update(WaitingEntry, where, { state, ...ENDED });
    return affected ?? 0;
  }
}
