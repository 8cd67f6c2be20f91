import type { BookingTurn } from './bookable-service.port';

/**
 * Wants to know what happens to bookings of any service: notices, the waiting list. A provider that extends it is found
 * by itself and told inside the transaction of the turn, after the service's own policy: it writes rows and speaks to
 * nobody outside; what it throws undoes the turn.
 */
export abstract class BookingWatch {
  abstract turned(turn: BookingTurn): Promise<void>;
}
