import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import {
  SlotDesk,
  SlotInventory,
  type SlotWindow,
  type WindowChangeEffect,
} from '../../slot-inventory/slot-inventory.port';
import { Bookings } from '../bookings.port';
import { PolicyRegistry } from '../policy-registry';
import {
  type DeskService,
  type TouchedWindow,
  WindowsDesk,
  type WindowsEffect,
  type WindowsWish,
} from '../windows-desk.port';
import { type Intended, WindowIntents } from './window-intents.service';

const MOST_SHOWN = 200;

@Injectable()
export class WindowsDeskService extends WindowsDesk {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly desk: SlotDesk,
    private readonly intents: WindowIntents,
    private readonly bookings: Bookings,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async services(): Promise<readonly DeskService[]> {
    const services = [...this.policies.all].map(async ([code, policy]) => {
      const sites = (await policy.sites()).map(({ id, name }) => ({ id, name }));
      return { code, title: policy.title, sites };
    });
    return Promise.all(services);
  }

  day(service: string, day: CivilDate, site?: string): Promise<readonly SlotWindow[]> {
    if (!this.policies.find(service)) throw problems.notFound();
    return this.inventory.windows({ service, from: day, to: day, ...(site !== undefined && { sites: [site] }) });
  }

  async preview(wish: WindowsWish): Promise<WindowsEffect> {
    const intended = await this.intents.of(wish);
    return this.effect(wish, intended, await this.desk.preview(intended.changes));
  }

  async change(wish: WindowsWish, by: string, reason: string): Promise<WindowsEffect> {
    const intended = await this.intents.of(wish);
    return this.transactions.run(async () => {
      const effects = await this.desk.apply(intended.changes);
      const effect = await this.effect(wish, intended, effects);
      if (wish.act === 'close') await this.displace(effects, wish.why);
      const { made, bookings } = effect;
      const facts = { act: wish.act, from: wish.from, to: wish.to, made, bookings };
      const actor = { kind: 'staff', id: by } as const;
      await this.audit.record({ action: 'windows.changed', actor, object: `windows:${wish.service}`, reason, facts });
      return effect;
    });
  }

  private async displace(effects: readonly WindowChangeEffect[], why: string): Promise<void> {
    const closed = effects.filter(({ outcome, holders }) => outcome === 'made' && holders.length > 0);
    const ids = closed.flatMap(({ windowId }) => windowId ?? []);
    if (ids.length > 0) await this.bookings.displace(ids, why);
  }

  private async effect(
    { service }: WindowsWish,
    { windows }: Intended,
    effects: readonly WindowChangeEffect[],
  ): Promise<WindowsEffect> {
    const names = new Map((await this.policies.get(service).sites()).map(({ id, name }) => [id, name]));
    const count = (wanted: WindowChangeEffect['outcome']) => effects.filter(({ outcome }) => outcome === wanted).length;
    const touched = effects.filter(({ outcome }) => outcome !== 'unchanged');
    const shown = touched.slice(0, MOST_SHOWN).flatMap((effect): TouchedWindow[] => {
      const { change, outcome, holders } = effect;
      const window = change.act === 'open' ? change.window : windows.get(change.windowId);
      if (!window) return [];
      const { pool, day, startsAt } = window;
      const siteName = names.get(pool.site) ?? pool.site;
      return [{ day, startsAt: startsAt.toISOString(), siteName, pool: pool.kind, outcome, bookings: holders.length }];
    });
    return {
      made: count('made'),
      unchanged: count('unchanged'),
      refused: count('below-taken'),
      bookings: new Set(touched.flatMap(({ holders }) => holders)).size,
      windows: shown,
    };
  }
}
