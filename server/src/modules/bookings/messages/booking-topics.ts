import type { NoticeTopic } from '../../notices/notices.port';
import type { BookingParty, BookingTurn } from '../bookable-service.port';

/** Who has to be told of a turn; a new time of a displaced booking is told by `displaced/`, with what is kept for it. */
const TOLD: Readonly<Partial<Record<BookingTurn['act'], { topic: NoticeTopic; who: (turn: BookingTurn) => boolean }>>> =
  {
    confirmed: { topic: 'booking-confirmed', who: () => true },
    moved: { topic: 'booking-moved', who: () => true },
    // whoever cancels what is theirs alone has just read so; what was called off, nobody has
    cancelled: {
      topic: 'booking-cancelled',
      who: ({ booking, why }) => booking.parties.length > 1 || why !== undefined,
    },
    // a hold that ran out before its holder had said yes was never a booking
    expired: { topic: 'booking-not-confirmed', who: ({ booking }) => booking.parties.some(saidYes) },
    'no-show': { topic: 'booking-missed', who: () => true },
  };

/** By what the people of a booking are told of a turn, whatever it is booked for. */
export function bookingTopic(turn: BookingTurn): NoticeTopic | undefined {
  const told = TOLD[turn.act];
  return told?.who(turn) ? told.topic : undefined;
}

function saidYes({ confirmedAt }: BookingParty): boolean {
  return confirmedAt !== undefined;
}
