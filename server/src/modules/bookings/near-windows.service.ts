import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import { bestOthers } from './best-others';
import type { BookableService } from './bookable-service.port';
import type { NearWindow } from './booking-problems';
import { windowState, windowView } from './window-views';

const MOST = 3;
const DAYS_AROUND = 7;
/** A rush asks for the same advice thousands of times; who takes it is decided by the database anyway. */
const KEPT_MS = 1000;
const KEPT_MOST = 500;

/** What else is free when a time is not: the same place around that day, other places on that day. */
@Injectable()
export class NearWindows {
  private readonly kept = new Map<string, { readonly until: number; readonly found: Promise<readonly NearWindow[]> }>();

  constructor(
    private readonly inventory: SlotInventory,
    private readonly clock: Clock,
  ) {}

  /** The three best that are open and have room: also of the same place, however many others open at the same hour. */
  async near(policy: BookableService, kind: string, wish: SlotWindow): Promise<readonly NearWindow[]> {
    const key = `${kind} ${wish.id}`;
    const now = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.found;
    if (this.kept.size >= KEPT_MOST) this.kept.clear();
    const found = this.look(policy, kind, wish);
    this.kept.set(key, { until: now + KEPT_MS, found });
    found.catch(() => this.kept.delete(key));
    return found;
  }

  private async look(policy: BookableService, kind: string, wish: SlotWindow): Promise<readonly NearWindow[]> {
    const { service, site, kind: poolKind } = wish.pool;
    const [from, to] = [addDays(wish.day, -DAYS_AROUND), addDays(wish.day, DAYS_AROUND)];
    const here = await this.inventory.windows({ service, sites: [site], kind: poolKind, from, to });
    const elsewhere = await this.inventory.windows({ service, kind: poolKind, from: wish.day, to: wish.day });
    const names = new Map((await policy.sites()).map(({ id, name }) => [id, name]));
    const now = this.clock.now();
    const free = [...here, ...elsewhere.filter(({ pool }) => pool.site !== site)]
      .filter((window) => windowState(window, now) === 'open')
      .filter(({ pool }) => policy.poolOf(kind, pool.site) === pool.kind);
    return bestOthers(wish, free)
      .slice(0, MOST)
      .map((window) => ({
        ...windowView(policy, window, now),
        siteName: names.get(window.pool.site) ?? window.pool.site,
      }));
  }
}
