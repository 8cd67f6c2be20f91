import type { Unplaced } from '@jinmen/shared/replacing/placing';
import type { RoundKind } from './replaced-service.port';

/** `later`: 先放一放, until what was kept is over; `differs`: they are not of one mind, until they are. */
export type CallReason = 'phone-only' | 'quiet-hours' | 'no-place' | 'no-answer' | 'later' | 'differs';

/** One of a round as staff see it: masked. */
export interface RoundMember {
  readonly id: string;
  readonly name: string;
  /** What they need and wish, and how it went for them before. */
  readonly words: readonly string[];
  /** The time they lost. */
  readonly lost?: string;
  readonly hardships: number;
  readonly displaced: number;
  /** Where the plan has them. */
  readonly slot?: string;
  readonly worse?: boolean;
  readonly others: readonly string[];
  readonly why?: Unplaced['why'];
  /** A person decided: this time, or not now. */
  readonly pinned?: 'here' | 'not-now';
  /** That cannot be. */
  readonly badPin?: 'no-room' | 'not-an-option' | 'split';
}

export interface RoundSlot {
  readonly id: string;
  readonly startsAt: string;
  readonly words: string;
}

/** Whom to call after a round. */
export interface RoundCall {
  readonly id: string;
  readonly name: string;
  /** Masked; none of somebody who left no number. */
  readonly phone?: string;
  readonly reason: CallReason;
  /** When what is kept for them begins. */
  readonly slot?: string;
  readonly keptUntil?: string;
  readonly calledAt?: string;
}

export interface RoundView {
  readonly service: string;
  readonly title: string;
  readonly kind: RoundKind;
  readonly waiting: number;
  readonly plannedAt?: string;
  /** No fairer plan exists; `false` when the search ended at its limit. */
  readonly proven?: boolean;
  /** Nobody could have been spared more fairly, whether or not the days could lie nearer. */
  readonly fairest?: boolean;
  /** Somebody came, went or chose since the plan was made. */
  readonly stale?: boolean;
  readonly members: readonly RoundMember[];
  readonly slots: readonly RoundSlot[];
  readonly lastAppliedAt?: string;
  readonly calls: readonly RoundCall[];
}

export interface RoundResult {
  readonly placed: number;
  readonly elsewhere: number;
  readonly withoutPlace: number;
  readonly gone: number;
  readonly failed: number;
}

/** Placing everybody of a service anew, for staff. Every look and every act is audited. */
export abstract class ReplacingDesk {
  abstract rounds(staffId: string): Promise<readonly RoundView[]>;

  /** Plans for everybody who waits now; nothing changes for them. @throws Problem 404 */
  abstract plan(staffId: string, service: string, kind: RoundKind): Promise<RoundView>;

  /** `null`: not now; `undefined`: as the plan says. Then it is planned again. @throws Problem 404 */
  abstract pin(
    staffId: string,
    service: string,
    kind: RoundKind,
    subject: string,
    slot: string | null | undefined,
  ): Promise<RoundView>;

  /** Keeps the places and tells everybody once. Once more does nothing. @throws Problem 404; 409 `replacing.no-plan` */
  abstract apply(staffId: string, service: string, kind: RoundKind, reason: string): Promise<RoundResult>;
}

/** The calls after a round. Every look and every act is audited. */
export abstract class RoundCalls {
  /** The number, whole. @throws Problem 404; 403 `staff.show-again` */
  abstract showNumber(staffId: string, service: string, kind: RoundKind, subject: string): Promise<string>;

  /** @throws Problem 404, also when it was done already. */
  abstract called(staffId: string, service: string, kind: RoundKind, subject: string, reason: string): Promise<void>;
}
