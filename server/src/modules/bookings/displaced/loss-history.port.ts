import type { OtherTimeWishes } from '@jinmen/shared/bookings/other-time-wishes';

/** What is known of a booking from the times it lost before this one. */
export interface EarlierLosses {
  /** How often it ended worse off, or without a place. */
  readonly hardships: number;
  /** What its people said of another time then; it still holds. */
  readonly wishes?: OtherTimeWishes;
}

/** Remembers those who lost a time before. A provider that extends it is found by itself. */
export abstract class LossHistory {
  /** By booking; of whom nothing is known, it may say nothing. */
  abstract of(bookingIds: readonly string[]): Promise<ReadonlyMap<string, EarlierLosses>>;
}
