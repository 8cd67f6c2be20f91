import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Pool, SlotWindow, WindowTally } from '../../slot-inventory/slot-inventory.port';
import type { ChangedWindow } from '../../slot-inventory/window-changes.port';
import type { BookableService } from '../bookable-service.port';

/** Which windows somebody wants to read of. */
export interface Wish {
  readonly service: string;
  readonly policy: BookableService;
  readonly kind?: string;
  readonly site?: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

type Words = Pick<Pool, 'service' | 'site' | 'kind'>;

/** Whether windows of this pool are among what is wished for. */
export function serves({ policy, kind }: Wish, site: string, pool: string): boolean {
  return kind === undefined || policy.poolOf(kind, site) === pool;
}

/** Tells which readings a changed window is in. What a pool is called never changes, so it is learned while reading. */
export class ReadChanges {
  private readonly pools = new Map<string, Words>();

  learn(windows: readonly SlotWindow[]): void {
    for (const { pool } of windows) this.pools.set(pool.id, pool);
  }

  learnTallies(service: string, tallies: readonly WindowTally[]): void {
    for (const { poolId, site, kind } of tallies) {
      if (poolId !== undefined) this.pools.set(poolId, { service, site, kind });
    }
  }

  /** Of a pool nobody has read of yet it may be in any. */
  concern(wish: Wish, { poolId, day }: ChangedWindow): boolean {
    if (day < wish.from || day > wish.to) return false;
    const words = this.pools.get(poolId);
    if (words === undefined) return true;
    const here = wish.site === undefined || wish.site === words.site;
    return words.service === wish.service && here && serves(wish, words.site, words.kind);
  }
}

/** When the first of these windows opens, is cut off or begins. */
export function windowsChangeAt(windows: readonly SlotWindow[], now: Date): Date | undefined {
  return earliest(
    windows.flatMap(({ opensAt, closesAt, startsAt }) => [opensAt, closesAt, startsAt]).filter((at) => at > now),
  );
}

export function talliesChangeAt(tallies: readonly WindowTally[]): Date | undefined {
  return earliest(
    tallies.flatMap(({ opensAt, endsAt }) => [...(opensAt ? [opensAt] : []), ...(endsAt ? [endsAt] : [])]),
  );
}

function earliest(instants: readonly Date[]): Date | undefined {
  return instants.reduce<Date | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined);
}
