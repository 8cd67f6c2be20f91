import { Injectable } from '@nestjs/common';
import { Bookings } from '../bookings/bookings.port';
import { People } from '../identity/people.port';
import { Notices } from '../notices/notices.port';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { nextFor, type Wish } from './line';
import { type OpenedWaiting, WaitingRepository } from './waiting.repository';

/** Who is looked at for one unit: the first of them can have it, unless they hold another booking by now. */
export const MOST_TRIES = 20;

/** It is not theirs after all: they hold another booking, or left in the same moment. All of it is undone. */
export class NotTheirs extends Error {
  constructor(readonly entryId: string) {
    super('not theirs');
  }
}

/** Offers one unit to one party. */
@Injectable()
export class WaitingOffers {
  constructor(
    private readonly waiting: WaitingRepository,
    private readonly bookings: Bookings,
    private readonly people: People,
    private readonly notices: Notices,
  ) {}

  /**
   * Inside a transaction of its own. `true` when the first who wants it has it now.
   * @throws NotTheirs when the first cannot have it; `passed` are those of whom that is known.
   */
  async toTheFirst(window: SlotWindow, until: Date, passed: ReadonlySet<string>): Promise<boolean> {
    const { service } = window.pool;
    const wish = wishOf(window);
    await this.waiting.lockLine(service);
    const opened = await this.waiting.wanting(service, wish, window.id, MOST_TRIES);
    const line = opened.map((each) => ({ ...each, id: each.row.id, place: each.row.place }));
    const first = nextFor(line, wish, passed);
    return first !== undefined && this.offer(first, window, until);
  }

  /** @throws NotTheirs */
  private async offer({ row, told }: OpenedWaiting, { id: windowId }: SlotWindow, until: Date): Promise<boolean> {
    const { id, accountId, service, kind } = row;
    const person = await this.people.findOf(accountId);
    if (!person) throw new NotTheirs(id);
    const place = { service, kind, windowId, person, accountId, details: told.details, until };
    const outcome = await this.bookings.placeFor({ ...place, fromResting: true });
    if (outcome.kind === 'no-place') return false;
    if (outcome.kind === 'not-them') throw new NotTheirs(id);
    if (!(await this.waiting.offer(id, windowId, outcome.booking.id, until))) throw new NotTheirs(id);
    await this.notices.post({ accountId, topic: 'place-kept', about: { kind: 'waiting', id } });
    return true;
  }
}

/** What a unit of the window is to those who wait. */
export function wishOf({ pool, day }: SlotWindow): Wish {
  return { pool: pool.kind, site: pool.site, day };
}
