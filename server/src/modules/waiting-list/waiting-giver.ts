import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { eachApart } from '../../platform/jobs/each-apart';
import { SlotInventory, type SlotWindow, unitsLeft } from '../slot-inventory/slot-inventory.port';
import { type Wish, wishKey } from './line';
import { offerUntil } from './offer-time';
import { WaitingRepository } from './waiting.repository';
import { MOST_TRIES, NotTheirs, WaitingOffers, wishOf } from './waiting-offers';

/** Gives what comes free to whoever has waited longest for it, before anybody else can see that it is free. */
@Injectable()
export class WaitingGiver {
  private readonly logger = new Logger('WaitingGiver');

  constructor(
    private readonly transactions: Transactions,
    private readonly waiting: WaitingRepository,
    private readonly inventory: SlotInventory,
    private readonly offers: WaitingOffers,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async give(): Promise<void> {
    for (const [service, wishes] of await this.waiting.wished(this.clock.today())) {
      const giveAll = async (window: SlotWindow) => {
        while (await this.giveOne(window));
      };
      await eachApart(await this.freeOf(service, wishes), giveAll, this.logger);
    }
  }

  /** Windows somebody waits for in which units rest or are free, the soonest first. */
  private async freeOf(service: string, wishes: readonly Wish[]): Promise<readonly SlotWindow[]> {
    const wanted = new Set(wishes.map(wishKey));
    const days = wishes.map(({ day }) => day).sort();
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return [];
    const now = this.clock.now();
    const sites = [...new Set(wishes.map(({ site }) => site))];
    const free = (await this.inventory.windows({ service, sites, from, to })).filter((each) => unitsLeft(each) > 0);
    const resting = (await this.inventory.resting(service)).map(({ window }) => window);
    return [...new Map([...resting, ...free].map((window) => [window.id, window])).values()]
      .filter((window) => !window.closed && window.opensAt <= now && now < window.closesAt)
      .filter((window) => wanted.has(wishKey(wishOf(window))))
      .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  }

  /**
   * `true` when somebody got a unit: there may be another. Whoever cannot have it now keeps their place for the next one;
   * what was looked at for them is undone, so that the unit goes on resting.
   */
  private async giveOne(window: SlotWindow): Promise<boolean> {
    const { quietHours, waitingOfferMinutes } = this.config;
    const until = offerUntil(this.clock.now(), waitingOfferMinutes, window.closesAt, quietHours);
    if (until === undefined) return false;
    const passed = new Set<string>();
    while (passed.size < MOST_TRIES) {
      try {
        return await this.transactions.run(() => this.offers.toTheFirst(window, until, passed));
      } catch (error) {
        if (!(error instanceof NotTheirs)) throw error;
        passed.add(error.entryId);
      }
    }
    return false;
  }
}
