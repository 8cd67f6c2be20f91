import type { PlacingOption } from '@jinmen/shared/replacing/placing';
import type { SlotWindow } from '../../slot-inventory/slot-inventory.port';
import { bestOthers } from '../best-others';
import { byWorth } from './in-turns';
import type { Loss } from './losses';
import type { OtherTimes } from './other-times';
import type { Room } from './room';

/** A time somebody could have, by how well it would suit them. */
export interface PossibleTime extends PlacingOption {
  readonly window: SlotWindow;
}

/** What those who lost their time could have instead, as things stood when the first was asked about. */
export class PossibleTimes {
  private readonly ranked = new Map<string, Promise<readonly SlotWindow[]>>();
  private readonly admitted = new Map<string, Promise<boolean>>();

  constructor(private readonly others: OtherTimes) {}

  /**
   * The best of them that have room, until whatever is planned for `needed` units cannot take them all: of more nobody
   * could need any. What they said they cannot do is not among them; a place they did not name is worse.
   */
  async of(loss: Loss, room: Room, needed: number, but: readonly SlotWindow[]): Promise<readonly PossibleTime[]> {
    const found: PossibleTime[] = [];
    let spare = 0;
    for (const time of await this.all(loss)) {
      if (spare >= needed) break;
      const { window } = time;
      const left = room.left(window);
      if (left < loss.units || but.includes(window) || !(await this.isFor(loss, window))) continue;
      found.push(time);
      spare += left - loss.units + 1;
    }
    return found;
  }

  private async all({ booking, wishes }: Loss): Promise<readonly PossibleTime[]> {
    const key = `${booking.kind} ${booking.window.id}`;
    const ranked = this.ranked.get(key) ?? this.rank(booking);
    this.ranked.set(key, ranked);
    const isNamed = ({ site }: SlotWindow['pool']) => !wishes?.sites.length || wishes.sites.includes(site);
    return (await ranked)
      .map((window, cost) => ({ window, slot: window.id, cost, worse: !isNamed(window.pool) }))
      .filter(({ window }) => !wishes?.impossible.includes(window.day))
      .toSorted(byWorth);
  }

  /** The same for all who lost one time. */
  private async rank(booking: Loss['booking']): Promise<readonly SlotWindow[]> {
    return bestOthers(booking.window, await this.others.candidates(booking));
  }

  private isFor({ booking }: Loss, window: SlotWindow): Promise<boolean> {
    const key = `${booking.id} ${window.id}`;
    const known = this.admitted.get(key) ?? this.others.isForThem(booking, window);
    this.admitted.set(key, known);
    return known;
  }
}
