import { BOOKING_STATES, type BookingState } from '@jinmen/shared/bookings/views';
import { afterMove, BOOKING_MOVES, type BookingMove, isOver } from './booking.machine';

const leadsTo = (state: BookingState) =>
  BOOKING_MOVES.flatMap((move) => {
    const to = afterMove(state, move);
    return to === undefined ? [] : [to];
  });

describe('the life of a booking', () => {
  it('reaches every state from its first one, but those of a bureau that keeps the calendar itself', () => {
    const seen = new Set<BookingState>(['held']);
    for (const state of seen) for (const to of leadsTo(state)) seen.add(to);
    expect(BOOKING_STATES.filter((state) => !seen.has(state))).toEqual(['pending-bureau', 'rejected']);
  });

  it('never comes back from what is over', () => {
    for (const state of BOOKING_STATES.filter(isOver)) expect(leadsTo(state).every(isOver)).toBe(true);
  });

  it('is over, and its person free for another, once they came or did not, it was given up, ran out or was refused', () => {
    const over: readonly BookingState[] = ['checked-in', 'no-show', 'cancelled', 'expired', 'rejected'];
    expect(new Set(BOOKING_STATES.filter(isOver))).toEqual(new Set(over));
  });

  it('is cancelled by nobody but its people: a closed window only displaces', () => {
    for (const state of BOOKING_STATES) expect(afterMove(state, 'displace') ?? 'displaced').toBe('displaced');
    for (const move of BOOKING_MOVES.filter((each) => each !== 'cancel')) {
      for (const state of BOOKING_STATES) expect(afterMove(state, move)).not.toBe('cancelled');
    }
  });

  it('ends by itself only while something is waited for, and is no no-show before it was confirmed', () => {
    const from = (move: 'expire' | 'miss') => BOOKING_STATES.filter((state) => afterMove(state, move) !== undefined);
    expect(from('expire')).toEqual(['held', 'pending-partner']);
    expect(from('miss')).toEqual(['confirmed']);
  });
});

/** Every pair there is that moves, written out apart from the machine; `=` leaves the state as it is. */
const LISTED: Readonly<Record<BookingState, Readonly<Partial<Record<BookingMove, BookingState | '='>>>>> = {
  held: {
    renew: '=',
    ask: 'pending-partner',
    confirm: 'confirmed',
    move: '=',
    resize: '=',
    cancel: 'cancelled',
    expire: 'expired',
    displace: 'displaced',
  },
  'pending-partner': {
    ask: '=',
    confirm: 'confirmed',
    move: '=',
    resize: '=',
    cancel: 'cancelled',
    expire: 'expired',
    displace: 'displaced',
  },
  'pending-bureau': {},
  confirmed: {
    move: '=',
    resize: '=',
    'ask-change': '=',
    'end-change': '=',
    'check-in': 'checked-in',
    miss: 'no-show',
    cancel: 'cancelled',
    displace: 'displaced',
  },
  displaced: {
    resize: '=',
    'ask-change': '=',
    'end-change': '=',
    place: 'confirmed',
    'place-anew': 'held',
    cancel: 'cancelled',
  },
  'no-show': { 'check-in': 'checked-in', excuse: '=' },
  'checked-in': {},
  cancelled: {},
  expired: {},
  rejected: {},
};

it('of every state and everything that can happen, the listed pairs move, and no other does', () => {
  const wrong = BOOKING_STATES.flatMap((state) =>
    BOOKING_MOVES.filter((move) => {
      const listed = LISTED[state][move];
      return afterMove(state, move) !== (listed === '=' ? state : listed);
    }).map((move) => `${state} ${move}`),
  );
  expect(wrong).toEqual([]);
});
