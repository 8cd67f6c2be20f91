import { createHash } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Holidays } from '../holidays/holidays.port';
import { SlotDesk, SlotInventory } from '../slot-inventory/slot-inventory.port';
import { OpeningsService } from './openings.service';
import { plannedWindows, shownDays } from './release-plan';

/**
 * Makes the windows of the days ahead, a day a transaction. Windows that are there stay as they are, so it can be
 * repeated, and two processes at once make nothing twice.
 */
@Injectable()
export class OpeningsJob {
  /** What this process has made already, so that a quiet turn costs next to nothing. */
  private readonly made = new Map<string, string>();

  constructor(
    private readonly openings: OpeningsService,
    private readonly holidays: Holidays,
    private readonly desk: SlotDesk,
    private readonly inventory: SlotInventory,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async openAhead(): Promise<void> {
    for (const service of this.openings.services()) {
      const release = await this.openings.releasePlan(service);
      const days = shownDays(release.plan.settings, this.clock.today());
      for (const day of days) {
        const windows = plannedWindows(release, day);
        const key = `${service} ${day}`;
        const content = createHash('sha256').update(JSON.stringify(windows)).digest('base64');
        if (this.made.get(key) === content) continue;
        await this.transactions.run(() => this.desk.apply(windows.map((window) => ({ act: 'open', window }))));
        this.made.set(key, content);
      }
      await this.settleExpected(service, days);
    }
  }

  /** Takes 待节假日通知 off the windows of a year whose notice has come since they were opened. */
  private async settleExpected(service: string, days: readonly CivilDate[]): Promise<void> {
    const [from, to] = [days.at(0), days.at(-1)];
    if (from === undefined || to === undefined) return;
    const calendar = await this.holidays.calendar();
    const key = `${service} expected`;
    const notices = String(await this.holidays.version());
    if (this.made.get(key) === notices) return;
    const windows = (await this.inventory.windows({ service, from, to: `${Number(to.slice(0, 4)) + 1}-12-31` })).filter(
      ({ day, marks }) => marks.expected === true && calendar.isPublished(day),
    );
    await this.transactions.run(() =>
      this.desk.apply(
        windows.map(({ id, marks: { expected: _, ...marks } }) => ({ act: 'change', windowId: id, marks })),
      ),
    );
    this.made.set(key, notices);
  }
}
