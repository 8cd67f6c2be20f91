import type { BookingRefusal } from '../bookings/bookable-service.port';
import { farewellWords as words } from './farewells/farewell-words';

/** Why a family cannot have a place just now, each with a way on. */
export const seaRefusals = {
  noFarewell: { code: 'farewell.unknown', words: words.noFarewell, field: 'details.farewell' },
  notSignedUp: { code: 'farewell.not-signed-up', words: words.notSignedUp },
  differs: { code: 'farewell.differs', words: words.differs },
  impossibleDay: { code: 'farewell.impossible-day', words: words.impossibleDay },
} as const satisfies Readonly<Record<string, BookingRefusal>>;
