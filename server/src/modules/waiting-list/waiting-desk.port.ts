import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** One party in a line as staff see it. */
export interface StaffWaiting {
  readonly id: string;
  /** 1 = first of the whole line. */
  readonly place: number;
  /** Among those who wait for any of the same. */
  readonly rank: number;
  /** Masked. */
  readonly name: string;
  readonly kind: string;
  readonly sites: readonly string[];
  readonly days: readonly CivilDate[];
  /** `offered`: a time is kept for them, until when. */
  readonly state: 'waiting' | 'offered';
  readonly offerUntil?: string;
  readonly since: string;
}

export interface StaffLine {
  readonly service: string;
  readonly title: string;
  readonly items: readonly StaffWaiting[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** The lines as staff see them. Every look and every act is audited. */
export abstract class WaitingDesk {
  /** Of every service somebody waits for. */
  abstract lines(staffId: string): Promise<readonly StaffLine[]>;

  /**
   * Puts one party to another place in its line; the others keep their order. Why is kept, sealed, with the act.
   * @throws Problem 404 when they do not wait any more; 409 `waiting.same-place`.
   */
  abstract move(staffId: string, id: string, to: number, reason: string): Promise<void>;
}
