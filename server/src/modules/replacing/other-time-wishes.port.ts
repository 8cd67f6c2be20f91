import type { OtherTimeWishes } from '@jinmen/shared/bookings/other-time-wishes';

/** What people who lost a time said of another, for the service that places them anew. */
export abstract class OtherTimesWished {
  /** By booking; those who said nothing are not in it. */
  abstract of(bookingIds: readonly string[]): Promise<ReadonlyMap<string, OtherTimeWishes>>;
}
