import type { BookingState } from '@jinmen/shared/bookings/views';

/** Everything that can happen to a booking; each is one step of its story. */
export const BOOKING_MOVES = [
  'hold',
  'renew',
  'ask',
  'confirm',
  'move',
  'resize',
  'ask-change',
  'end-change',
  'place',
  'place-anew',
  'check-in',
  'miss',
  'excuse',
  'cancel',
  'expire',
  'displace',
] as const;
export type BookingMove = (typeof BOOKING_MOVES)[number];

/**
 * From where each leads where; what is not here does not happen (design §6). `hold` begins it. A displaced booking gets
 * a place again as a confirmed one, or, when not everybody had said yes, as one that is only held.
 */
const TO: Readonly<Record<BookingMove, Readonly<Partial<Record<BookingState, BookingState>>>>> = {
  hold: {},
  renew: { held: 'held' },
  ask: { held: 'pending-partner', 'pending-partner': 'pending-partner' },
  confirm: { held: 'confirmed', 'pending-partner': 'confirmed' },
  move: { held: 'held', 'pending-partner': 'pending-partner', confirmed: 'confirmed' },
  resize: {
    held: 'held',
    'pending-partner': 'pending-partner',
    confirmed: 'confirmed',
    displaced: 'displaced',
  },
  'ask-change': { confirmed: 'confirmed', displaced: 'displaced' },
  'end-change': { confirmed: 'confirmed', displaced: 'displaced' },
  place: { displaced: 'confirmed' },
  'place-anew': { displaced: 'held' },
  'check-in': { confirmed: 'checked-in', 'no-show': 'checked-in' },
  miss: { confirmed: 'no-show' },
  excuse: { 'no-show': 'no-show' },
  cancel: {
    held: 'cancelled',
    'pending-partner': 'cancelled',
    confirmed: 'cancelled',
    displaced: 'cancelled',
  },
  expire: { held: 'expired', 'pending-partner': 'expired' },
  displace: { held: 'displaced', 'pending-partner': 'displaced', confirmed: 'displaced' },
};

/** Nothing comes after but an excuse, or a check-in that was told late. Its quota keys are gone. */
const OVER: ReadonlySet<BookingState> = new Set(['checked-in', 'no-show', 'cancelled', 'expired', 'rejected']);

/** The state it leads to; none when it cannot happen now. */
export function afterMove(state: BookingState, move: BookingMove): BookingState | undefined {
  return TO[move][state];
}

export function isOver(state: BookingState): boolean {
  return OVER.has(state);
}
