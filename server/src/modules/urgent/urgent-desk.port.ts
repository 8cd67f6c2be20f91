import type { UrgentState, UrgentStepKind } from '@jinmen/shared/urgent/views';
import type { PageRequest } from '../../platform/http/page';

/** One request as `/staff` lists it: masked, until somebody takes it on. */
export interface UrgentRow {
  readonly id: string;
  readonly number: string;
  readonly state: UrgentState;
  /** Nobody looked in time. */
  readonly escalated: boolean;
  readonly askedAt: string;
  /** Whole minutes since it was asked. */
  readonly minutes: number;
  /** The street's office; absent when only words say where. */
  readonly office?: string;
  /** Numbers in it masked, as in all words below. */
  readonly place?: string;
  readonly forSomebodyElse: boolean;
  /** Where they are, what they need and how to reach them does not open any more. */
  readonly unreadable?: true;
  /** In words. */
  readonly what: readonly string[];
  readonly words?: string;
  /** Masked. */
  readonly name?: string;
  readonly phone?: string;
  /** There is a place to find them at. */
  readonly toBeFound: boolean;
  /** The newest last. */
  readonly steps: readonly { readonly at: string; readonly kind: UrgentStepKind; readonly words: string }[];
}

/** Where a list goes on. */
export interface UrgentMore {
  readonly state: UrgentState;
  readonly nextCursor: string;
  /** How many come behind that place. */
  readonly left: number;
}

/** A page of one state: of what is over the newest first, of the others the oldest. */
export interface UrgentWish {
  readonly state: UrgentState;
  readonly page: PageRequest;
}

export interface UrgentRows {
  /** Unseen first, the longest waiting before the others; then what is in hand, then what ended of late. */
  readonly items: readonly UrgentRow[];
  /** Of the unseen those asked last, the newest first, where they stand beyond the end of the page; at the first look. */
  readonly newest: readonly UrgentRow[];
  /** Of each state that goes on. */
  readonly more: readonly UrgentMore[];
  /** After so many minutes unseen it is told once more. */
  readonly lookWithinMinutes: number;
}

/** How to reach them, whole. */
export interface UrgentReach {
  readonly name?: string;
  readonly phone?: string;
  readonly findAt?: string;
  /** As they were typed, where the list hides a number in them. */
  readonly place?: string;
  readonly words?: string;
}

/** Who asks, and whose things they may see. */
export interface UrgentClerk {
  readonly staffId: string;
  /** Street codes. */
  readonly offices: readonly string[] | 'all';
}

/** Enough to be called to the list, and nothing of anybody. */
export interface UrgentCount {
  /** Nobody has looked at them. */
  readonly waiting: number;
  /** Of these, told once more because nobody looked in time. */
  readonly escalated: number;
}

/** Urgent requests as the people at `/staff` see to them. Every look and every act is audited. */
export abstract class UrgentDesk {
  /** No look at anybody, so no record. */
  abstract count(clerk: UrgentClerk): Promise<UrgentCount>;

  /** The beginnings of all, or the page that is wished for: everybody can be reached, however many wait. */
  abstract list(clerk: UrgentClerk, wish?: UrgentWish): Promise<UrgentRows>;

  /**
   * How to reach them; who sees it has taken the request on. Counted with every other number, each that
   * stands in their words too, and never refused for it.
   * @throws Problem 404 `urgent.not-here` also for another office's; 409 `urgent.unreadable`, and it stays unseen
   */
  abstract reach(clerk: UrgentClerk, id: string): Promise<UrgentReach>;

  /** Also what does not open: they were found another way. @throws Problem 404 `urgent.not-here`, also when it is over */
  abstract close(clerk: UrgentClerk, id: string, reason: string): Promise<void>;

  /**
   * Closes it and those of `others` that came from the same telephone and that nobody has taken on, each with a record of
   * its own; how many that were. One whoever closes has not been shown is not among them.
   * @throws Problem 404 `urgent.not-here`; 409 `urgent.no-phone` when it says no number
   */
  abstract closeAlike(clerk: UrgentClerk, id: string, others: readonly string[], reason: string): Promise<number>;
}
