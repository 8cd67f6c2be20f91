import type { BookingRole } from '../booking-party.entity';

/** One of the people of such a booking. */
export interface DisplacedPerson {
  readonly role: BookingRole;
  /** Masked. */
  readonly name: string;
  /** Masked; none of somebody who left no number. */
  readonly phone?: string;
}

/** A booking that lost its time, whose people were told and have not chosen another. */
export interface StaffDisplaced {
  readonly id: string;
  readonly title: string;
  readonly siteName: string;
  /** The time that was lost. */
  readonly lost: string;
  readonly toldAt: string;
  /** Until when other times are kept for them; none any more when it is absent. */
  readonly keptUntil?: string;
  /** One of the two chose a time, and the other is asked until then. */
  readonly askedUntil?: string;
  readonly people: readonly DisplacedPerson[];
}

export interface DisplacedView {
  /** The longest without a time first. */
  readonly items: readonly StaffDisplaced[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** Whom staff may want to call after a day was closed. Every look is audited. */
export abstract class DisplacedDesk {
  abstract list(staffId: string): Promise<DisplacedView>;

  /**
   * The number of one of them, whole.
   * @throws Problem 404 when they have chosen by now, or left none; 403 `staff.show-again`.
   */
  abstract showNumber(staffId: string, id: string, role: BookingRole): Promise<string>;
}
