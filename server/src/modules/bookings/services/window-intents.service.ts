import { addDays, type CivilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Problem, problems } from '../../../platform/http/problem';
import { Holidays } from '../../holidays/holidays.port';
import { Openings } from '../../openings/openings.port';
import { SlotInventory, type SlotWindow, type WindowChange } from '../../slot-inventory/slot-inventory.port';
import { PolicyRegistry } from '../policy-registry';
import type { WindowsWish } from '../windows-desk.port';

const MOST_DAYS = 62;
const KEPT_ELSEWHERE = '这项服务的时间要几样一起开、一起停，请到它自己的页面去改。';

/** The changes a wish comes to, and the windows that stand already. */
export interface Intended {
  readonly changes: readonly WindowChange[];
  readonly windows: ReadonlyMap<string, SlotWindow>;
}

/** What staff wish of many windows, as changes to each. */
@Injectable()
export class WindowIntents {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly openings: Openings,
    private readonly holidays: Holidays,
  ) {}

  /** @throws Problem 404 for a service nobody knows, 409 `windows.kept-elsewhere`, 400 `windows.too-many` */
  async of(wish: WindowsWish): Promise<Intended> {
    const days = dayNumber(wish.to) - dayNumber(wish.from) + 1;
    const policy = this.policies.find(wish.service);
    if (!policy) throw problems.notFound();
    // a closed half of what belongs together would leave families on the other half
    if (policy.replaced === 'together') {
      throw new Problem(409, 'windows.kept-elsewhere', policy.changedAt ?? KEPT_ELSEWHERE);
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new Problem(400, 'windows.too-many', `一次最多改 ${MOST_DAYS} 天，开始要早于结束。`);
    }
    if (wish.act === 'open') return { changes: await this.toOpen(wish), windows: new Map() };
    const { service, sites, pool: kind, from, to } = wish;
    const query = { service, from, to, ...(sites && { sites }), ...(kind !== undefined && { kind }) };
    const found = await this.inventory.windows(query);
    return {
      changes: found.map((window) => changeOf(wish, window)),
      windows: new Map(found.map((window) => [window.id, window])),
    };
  }

  private async toOpen(wish: WindowsWish & { readonly act: 'open' }): Promise<readonly WindowChange[]> {
    const calendar = await this.holidays.calendar();
    const days: CivilDate[] = [];
    for (let day = wish.from; day <= wish.to; day = addDays(day, 1)) {
      if (wish.daysOff || calendar.isWorkingDay(day)) days.push(day);
    }
    const windows = await this.openings.windowsOf(wish.service, wish.template, days, wish.sites);
    return windows.map((window) => ({ act: 'open', window }));
  }
}

function changeOf(wish: Exclude<WindowsWish, { readonly act: 'open' }>, { id: windowId }: SlotWindow): WindowChange {
  switch (wish.act) {
    case 'close':
      return { act: 'close', windowId, why: wish.why };
    case 'reopen':
      return { act: 'reopen', windowId };
    case 'change': {
      const { capacity, heldBack } = wish;
      return {
        act: 'change',
        windowId,
        ...(capacity !== undefined && { capacity }),
        ...(heldBack !== undefined && { heldBack }),
      };
    }
  }
}
