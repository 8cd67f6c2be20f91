import type { WindowView } from '@jinmen/shared/bookings/views';
import { Problem, problems } from '../../platform/http/problem';
import type { HoldOutcome } from '../slot-inventory/slot-inventory.port';
import type { BookingRefusal } from './bookable-service.port';
import { momentWords, bookingWords as words } from './booking-words';

/** Another time near the one that was wished for. */
export type NearWindow = WindowView & { readonly siteName: string };

export const bookingProblems = {
  noService: () => field('service', 'booking.unknown-service', words.service),
  noKind: () => field('kind', 'booking.unknown-kind', words.kind),
  noWindow: () => field('windowId', 'booking.unknown-window', words.window),
  otherKind: () => field('windowId', 'booking.other-kind', words.otherKind),
  wrongPhone: () => field('phone', 'phone.mobile', words.phone),
  noPartnerWay: () => field('partnerWay', 'booking.partner-way', words.partnerWay),
  notNow: () => new Problem(409, 'booking.not-now', words.notNow),
  lapsed: () => new Problem(409, 'booking.hold-lapsed', words.lapsed),
  renewedEnough: () => new Problem(409, 'booking.renewed-enough', words.renewedEnough),
  sameWindow: () => new Problem(409, 'booking.same-window', words.same),
  notThisTime: () => new Problem(409, 'booking.not-this-time', words.notThisTime),
  tooLate: () => new Problem(409, 'booking.too-late', words.tooLate),
  noPass: () => new Problem(409, 'booking.no-pass', words.noPass),
  /** @param ahead how many were before them. */
  busy: (ahead: number, seconds: number) =>
    new Problem(429, 'booking.busy', words.busy, [], {
      more: { ahead },
      headers: { 'retry-after': String(seconds) },
    }),
  ownNameTooMany: (seconds: number) =>
    new Problem(429, 'booking.own-name-too-many', words.ownNameTooMany, [], {
      headers: { 'retry-after': String(seconds) },
    }),
  /** @param own the booking, when the caller may look at it. */
  alreadyYours: (title: string, own?: string) =>
    own === undefined
      ? new Problem(409, 'booking.already-yours', words.alreadyElsewhere(title))
      : new Problem(409, 'booking.already-yours', words.alreadyOwn(title), [], { more: { booking: own } }),
  /** @param own the booking, when the caller may look at it. */
  alreadyInGrief: (own?: string) =>
    new Problem(
      409,
      'booking.already-yours',
      words.alreadyInGrief,
      [],
      own === undefined ? {} : { more: { booking: own } },
    ),
  refused: ({ code, words: said, field: at }: BookingRefusal) =>
    at === undefined ? new Problem(409, code, said) : field(at, code, said),
} as const;

/** Why a hold was not given; with what else is free where another time helps, which is looked up only then. */
export async function notHeld(
  outcome: Exclude<HoldOutcome, { kind: 'held' }>,
  near: () => Promise<readonly NearWindow[]>,
  inGrief: boolean,
): Promise<Problem> {
  switch (outcome.kind) {
    case 'full':
      return new Problem(409, 'booking.window-full', inGrief ? words.fullInGrief : words.full, [], {
        more: { near: await near() },
      });
    case 'closed':
      return new Problem(409, 'booking.window-closed', words.closed, [], { more: { near: await near() } });
    case 'over':
      return new Problem(409, 'booking.window-over', words.over, [], { more: { near: await near() } });
    case 'not-yet-open': {
      const opensAt = outcome.opensAt.toISOString();
      const when = momentWords(outcome.opensAt);
      return new Problem(409, 'booking.not-open-yet', words.notYetOpen(when), [], { more: { opensAt } });
    }
    case 'unknown-window':
      return bookingProblems.noWindow();
  }
}

function field(name: string, code: string, message: string): Problem {
  return problems.invalid([{ field: name, code, message }]);
}
