import type { CivilDate } from '../kernel/civil-date';

/** What people who lost a time say of another, when they are asked: `PUT /bookings/:id/wishes`. */
export interface OtherTimeWishes {
  /** Days they cannot come on: nothing is kept for them there. Most `MOST_WISHED`. */
  readonly impossible: readonly CivilDate[];
  /** Where they would go; empty when anywhere will do. Another place is kept for them only when nothing else is left. */
  readonly sites: readonly string[];
}

/** `GET /bookings/:id/wishes`; nothing in it for those who said nothing. */
export interface OtherTimeWishesView {
  readonly said?: OtherTimeWishes;
}

export const MOST_WISHED = 60;
