import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** What is counted: a desk's couples, a vessel's seats. Service, site and kind are opaque words of whoever opened it. */
export interface Pool {
  readonly id: string;
  readonly service: string;
  readonly site: string;
  readonly kind: string;
}

/** A pool at one time. `taken` counts every unit anybody holds, and those that rest. */
export interface SlotWindow {
  readonly id: string;
  readonly pool: Pool;
  readonly day: CivilDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  /** Of the capacity, what is not given out online: the walk-in share. */
  readonly heldBack: number;
  readonly taken: number;
  /** Of `taken`, what staff gave out: it uses up the held-back units first. */
  readonly staffTaken: number;
  readonly opensAt: Date;
  /** Cut-off: not bookable from this instant on. */
  readonly closesAt: Date;
  readonly closed: boolean;
  /** Why it is closed, in words residents read. */
  readonly why?: string;
  /** Rises with every change anybody could see. */
  readonly version: number;
  /** What whoever opened it wants to find again, e.g. `{"sample":true,"expected":true}`. */
  readonly marks: Readonly<Record<string, boolean>>;
}

/** What anybody may still hold, whether or not it is open now. */
export function unitsLeft({
  capacity,
  heldBack,
  taken,
  staffTaken,
}: Pick<SlotWindow, 'capacity' | 'heldBack' | 'taken' | 'staffTaken'>): number {
  const online = capacity - heldBack - (taken - staffTaken);
  return Math.max(0, Math.min(online, capacity - taken));
}

export interface HoldLine {
  readonly windowId: string;
  readonly units: number;
}

/** Units in one or several windows, all or none. */
export interface HoldRequest {
  /** Opaque: whose it is, e.g. a booking's id. */
  readonly holder: string;
  readonly lines: readonly HoldLine[];
  /** When it lapses unless confirmed; none for what is kept until released. */
  readonly until?: Date;
  /** May use what is held back, and ignores opening and cut-off times: for the desk. Never a closed window or more than there is. */
  readonly byStaff?: true;
  /** Units that rest are taken for it when nothing else is free: for the waiting list. */
  readonly fromResting?: true;
}

export type HoldOutcome =
  | { readonly kind: 'held'; readonly holdId: string }
  | { readonly kind: 'full' | 'closed' | 'over' | 'unknown-window'; readonly windowId: string }
  | { readonly kind: 'not-yet-open'; readonly windowId: string; readonly opensAt: Date };

export type HoldRefusal = Exclude<HoldOutcome, { kind: 'held' }>;

/** Why nobody can hold so many of its units online at this moment; none when anybody can. */
export function holdRefusal(
  window: Pick<SlotWindow, 'id' | 'closed' | 'opensAt' | 'closesAt' | 'capacity' | 'heldBack' | 'taken' | 'staffTaken'>,
  units: number,
  now: Date,
): HoldRefusal | undefined {
  const { id: windowId, opensAt } = window;
  if (window.closed) return { kind: 'closed', windowId };
  if (opensAt > now) return { kind: 'not-yet-open', windowId, opensAt };
  if (window.closesAt <= now) return { kind: 'over', windowId };
  return units > unitsLeft(window) ? { kind: 'full', windowId } : undefined;
}

/** What came of several requests, by their order, and their windows as they are afterwards. */
export interface HeldAll {
  readonly outcomes: readonly HoldOutcome[];
  readonly windows: ReadonlyMap<string, SlotWindow>;
}

/** Why units came back: who else may have them, and from when. */
export interface Release {
  /** They rest until then, so that nobody can guess when; absent = free at once. */
  readonly restUntil?: Date;
}

export interface WindowQuery {
  readonly service: string;
  readonly kind?: string;
  readonly sites?: readonly string[];
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Windows of one pool on one day that are alike in their marks, counted together. */
export interface WindowTally {
  readonly day: CivilDate;
  /** Absent for windows that are only planned. */
  readonly poolId?: string;
  readonly site: string;
  readonly kind: string;
  readonly marks: SlotWindow['marks'];
  /** What anybody may hold now. */
  readonly left: number;
  /** Of windows that are not closed, what is not held back. */
  readonly capacity: number;
  /** How many windows there are of each; one that is over counts only there. */
  readonly open: number;
  readonly soldOut: number;
  readonly closed: number;
  readonly notYetOpen: number;
  readonly over: number;
  /** When the first of those not yet open opens. */
  readonly opensAt?: Date;
  /** When the first of those that are not over is. */
  readonly endsAt?: Date;
  /** Why one of them is closed. */
  readonly why?: string;
}

/**
 * Counts units in windows for opaque holders. The database decides: never more units taken than a window has. Locks are
 * taken in the order of window ids; a caller's own locks (quota keys) come after. Inside the caller's transaction.
 */
export abstract class SlotInventory {
  /** `holdAll` of one. */
  abstract hold(request: HoldRequest): Promise<HoldOutcome>;

  /** Each all its lines or none, in order: each gets what those before it left. @throws Error outside a transaction. */
  abstract holdAll(requests: readonly HoldRequest[]): Promise<HeldAll>;

  /**
   * Locks them ahead, ascending: for whoever takes from one and gives back to another in one transaction, or has to know
   * them before it decides. As they are now, whatever the transaction has read before; ids unknown are absent.
   */
  abstract lock(windowIds: readonly string[]): Promise<ReadonlyMap<string, SlotWindow>>;

  /** The hold no longer lapses. `false` when it lapsed, was released, or one of its windows was closed meanwhile. */
  abstract confirm(holdId: string): Promise<boolean>;

  /** Another end for a hold that has not lapsed. */
  abstract extend(holdId: string, until: Date): Promise<boolean>;

  /** What a hold has of which windows; none of one that is over. */
  abstract linesOf(holdId: string): Promise<readonly HoldLine[]>;

  /**
   * Other lines for a hold that has not lapsed, under a new id: what it has already is kept, what it needs more is taken
   * as anybody would, and what it no longer needs is free at once. Not `held`: everything is as it was.
   */
  abstract exchange(holdId: string, lines: readonly HoldLine[]): Promise<HoldOutcome>;

  /** Gives its units back, once; `false` when it was over already. */
  abstract release(holdId: string, how?: Release): Promise<boolean>;

  abstract findWindow(id: string): Promise<SlotWindow | undefined>;

  /** By pool, then time. */
  abstract windows(query: WindowQuery): Promise<readonly SlotWindow[]>;

  /** The same, counted by the database: a month of a whole city is a thousand windows. By day, then pool. */
  abstract tallies(query: WindowQuery): Promise<readonly WindowTally[]>;

  /** Windows in which units rest, for the waiting list to look at first. */
  abstract resting(service: string): Promise<readonly { readonly window: SlotWindow; readonly units: number }[]>;

  /** Frees what has rested long enough. Returns the windows it freed something in. */
  abstract wakeRested(): Promise<readonly string[]>;
}

/** A change to windows, before or as it is made. `windowId` of a new one is absent. */
export type WindowChange =
  | { readonly act: 'open'; readonly window: NewWindow }
  | { readonly act: 'close'; readonly windowId: string; readonly why: string }
  | { readonly act: 'reopen'; readonly windowId: string }
  | {
      readonly act: 'change';
      readonly windowId: string;
      readonly capacity?: number;
      readonly heldBack?: number;
      readonly opensAt?: Date;
      readonly closesAt?: Date;
      readonly marks?: Readonly<Record<string, boolean>>;
    };

export type NewWindow = Pick<
  SlotWindow,
  'day' | 'startsAt' | 'endsAt' | 'capacity' | 'heldBack' | 'opensAt' | 'closesAt' | 'marks'
> & { readonly pool: Omit<Pool, 'id'> };

/** What a change touches. */
export interface WindowChangeEffect {
  readonly change: WindowChange;
  /** `unchanged`: it is so already (the same pool and start, or the same state). */
  readonly outcome: 'made' | 'unchanged' | 'below-taken' | 'unknown-window';
  readonly windowId?: string;
  /** Holders with units in it, for whoever closes it. */
  readonly holders: readonly string[];
}

/** Who opens, changes and closes windows. A pool is made with its first window; a window is never deleted, only closed. */
export abstract class SlotDesk {
  /** What it would do; nothing is written. */
  abstract preview(changes: readonly WindowChange[]): Promise<readonly WindowChangeEffect[]>;

  /** Inside the caller's transaction. Opening what is there already (pool and start) is `unchanged`: it can be repeated. */
  abstract apply(changes: readonly WindowChange[]): Promise<readonly WindowChangeEffect[]>;
}
