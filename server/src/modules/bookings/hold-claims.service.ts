import { Injectable } from '@nestjs/common';
import type { Problem } from '../../platform/http/problem';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, Booking, BookingParty, BookingPerson, BookingRefusal } from './bookable-service.port';
import { bookingProblems } from './booking-problems';
import { BookingQuotas, type QuotaClaim, type QuotaClash } from './booking-quotas.service';
import { placeIn } from './booking-timers';
import { BookingTurns, type HeldBooking } from './booking-turns.service';
import {
  BookingsRepository,
  type Details,
  type NewBooking,
  type NewParty,
  type OpenedBooking,
} from './bookings.repository';
import { CancelLimits } from './cancel-limits/cancel-limits.service';
import { isInGrief } from './grief';

export interface HoldWanted {
  readonly service: string;
  readonly kind: string;
  readonly windowId: string;
  readonly details: unknown;
}

/** A hold that wants to become somebody’s booking. */
export interface HoldClaim extends HoldWanted {
  readonly id: string;
  /** None of somebody without a phone here. */
  readonly accountId?: string;
  readonly phone?: string;
  readonly holder: BookingPerson;
  readonly details: Details;
  /** As it is with what this takes of it. */
  readonly window: SlotWindow;
  readonly holdId: string;
  /** Until when it is theirs to confirm. */
  readonly until: Date;
  readonly policy: BookableService;
}

export type HoldClaimed =
  | { readonly held: HeldBooking }
  | { readonly refusal: BookingRefusal }
  | { readonly clash: QuotaClash };

/** Whether somebody may have what is held; and then it is theirs. */
@Injectable()
export class HoldClaims {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly quotas: BookingQuotas,
    private readonly turns: BookingTurns,
    private readonly cancels: CancelLimits,
  ) {}

  /** Holding the window’s lock. What is not `held` leaves no row of the booking; the hold is the caller’s to release. */
  async claim(claim: HoldClaim): Promise<HoldClaimed> {
    const refusal = (await this.cancels.refusalOf(claim)) ?? (await admitted(claim));
    if (refusal) return { refusal };
    const [claimed] = await this.claimAll([claim]);
    return claimed as HoldClaimed; // one for one
  }

  /** Of those their services admit, in order: of two who want one quota key the first gets it. */
  async claimAll(claims: readonly HoldClaim[]): Promise<readonly Exclude<HoldClaimed, { refusal: BookingRefusal }>[]> {
    const added = await this.bookings.addAll(claims.map(newBooking));
    const clashes = await this.quotas.claimAll(claims.map(quotaClaim));
    const results = claims.map((claim, at) => {
      const [clash, opened] = [clashes[at], added[at] as OpenedBooking]; // one for each, in their order
      return clash ? { clash } : { held: { opened, booking: bookingOf(claim, opened) } };
    });
    await this.bookings.removeAll(claims.filter((_, at) => clashes[at]).map(({ id }) => id));
    await this.turns.begin(results.flatMap(({ held }) => (held ? [held] : [])));
    return results;
  }
}

/** Why their service will not have them at this time. */
export function admitted({
  policy,
  kind,
  window,
  holder,
  details,
  accountId,
}: Admission): Promise<BookingRefusal | undefined> {
  return policy.admit({ kind, window, holder, details, ...(accountId !== undefined && { accountId }) });
}

type Admission = Pick<HoldClaim, 'policy' | 'kind' | 'window' | 'holder' | 'details' | 'accountId'>;

function newBooking({ id, service, kind, holdId, until, details, window, policy, ...by }: HoldClaim) {
  const { holder, accountId, phone } = by;
  const booking: NewBooking = {
    ...{ id, service, kind, holdId, expiresAt: until, details },
    ...placeIn(window, policy, kind),
  };
  const party: NewParty = {
    role: 'holder',
    personId: holder.personId,
    ...(accountId !== undefined && { accountId }),
    ...(phone !== undefined && { phone }),
  };
  return [booking, party] as const;
}

function quotaClaim({ id, kind, holder, window, details, policy }: HoldClaim): QuotaClaim {
  return { bookingId: id, role: 'holder', keys: policy.quotaKeys(kind, holder, window, details) };
}

/** All of it is known: nothing is read again. */
function bookingOf({ holder, accountId, phone, window }: HoldClaim, { row, details }: OpenedBooking): Booking {
  const { id, number, service, kind, state, site } = row;
  const { personId, name, idNumber, birth } = holder;
  const party: BookingParty = {
    ...{ personId, name, idNumber, birth, role: 'holder' },
    ...(accountId !== undefined && { accountId }),
    ...(phone !== undefined && { phone }),
  };
  return { id, number, service, kind, state, site, window, parties: [party], details };
}

/** Names the booking that stands in the way to whoever may look at it. */
export function clashProblem(
  { bookingId, accounts, people }: QuotaClash,
  { accountId, holder, policy, kind }: Pick<HoldClaim, 'accountId' | 'holder' | 'policy' | 'kind'>,
): Problem {
  const title = policy.kinds.find(({ code }) => code === kind)?.title ?? policy.title;
  const mine = accounts.some((each) => each === accountId) || people.includes(holder.personId);
  const own = mine ? bookingId : undefined;
  return isInGrief(policy, kind) ? bookingProblems.alreadyInGrief(own) : bookingProblems.alreadyYours(title, own);
}

/** A refusal is told from details by its words: details are what was typed, by fields of their own. */
export function isRefusal(read: Details | BookingRefusal): read is BookingRefusal {
  return typeof read.code === 'string' && typeof read.words === 'string';
}

/** A kind nobody offers, or a window in which it is not done. */
export function wrongWindow(
  policy: BookableService,
  { service, kind }: Pick<HoldWanted, 'service' | 'kind'>,
  { pool }: SlotWindow,
): Problem | undefined {
  if (!policy.kinds.some(({ code }) => code === kind)) return bookingProblems.noKind();
  if (pool.service === service && policy.poolOf(kind, pool.site) === pool.kind) return undefined;
  return bookingProblems.otherKind();
}
