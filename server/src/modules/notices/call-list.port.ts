import type { NoticeTopic } from './notices.port';

/** One call to make or made. */
export interface CallView {
  readonly id: string;
  readonly topic: NoticeTopic;
  /** Masked; absent when what it is about is no longer there. */
  readonly name?: string;
  /** Masked: `138****5678`. */
  readonly phone?: string;
  readonly office: string;
  readonly at: string;
  readonly state: CallState;
  /** What the last person wrote. */
  readonly lastReason?: string;
  readonly lastAt?: string;
}

export type CallState = 'open' | 'done';

export interface CallListView {
  /** The longest waiting first, then what was done of late. */
  readonly items: readonly CallView[];
  /** There are more open ones than are shown. */
  readonly more: boolean;
  /** When calls may be made again; absent by day. */
  readonly quietUntil?: string;
}

/** Who asks, and whose things they may see. */
export interface CallDesk {
  readonly staffId: string;
  /** Street codes. */
  readonly offices: readonly string[] | 'all';
}

/** What one look at a desk shows. */
export interface NumbersLook {
  /** How many people's; one unless said. */
  readonly numbers?: number;
  /** Somebody needs help now: it is an alarm like any other, and never refused. */
  readonly urgent?: true;
}

/** People who can be told only by a call. Every look and every act is audited. */
export abstract class CallList {
  abstract list(desk: CallDesk): Promise<CallListView>;

  /**
   * The number, whole.
   * @throws Problem 404 `call.unknown` also for another office's; 403 `staff.show-again` beyond thirty an hour.
   */
  abstract showNumber(desk: CallDesk, id: string): Promise<string>;

  /**
   * Before a number found in another list is shown, inside the caller's transaction: all count together. A list that is
   * shown whole is refused by what was shown before it, not by its own length.
   * @throws Problem 403 `staff.show-again`
   */
  abstract countLook(staffId: string, look?: NumbersLook): Promise<void>;

  /** @throws Problem 404 `call.unknown`, also when it is in that state already. */
  abstract mark(desk: CallDesk, id: string, state: CallState, reason: string): Promise<void>;
}
