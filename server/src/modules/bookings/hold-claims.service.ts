import { Injectable } from '@nestjs/common';
import type { Problem } from '../../platform/http/problem';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, BookingPerson, BookingRefusal } from './bookable-service.port';
import { bookingProblems } from './booking-problems';
import { BookingQuotas, type QuotaClash } from './booking-quotas.service';
import { placeIn } from './booking-timers';
import { BookingTurns } from './booking-turns.service';
import { BookingsRepository, type Details, type OpenedBooking } from './bookings.repository';
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
  readonly window: SlotWindow;
  readonly holdId: string;
  readonly policy: BookableService;
}

export type HoldClaimed =
  | { readonly held: OpenedBooking }
  | { readonly refusal: BookingRefusal }
  | { readonly clash: QuotaClash };

/** Whether somebody may have what is held; and then it is theirs. */
@Injectable()
export class HoldClaims {
  constructor(
    private readonly inventory: SlotInventory,
    private readonly bookings: BookingsRepository,
    private readonly quotas: BookingQuotas,
    private readonly turns: BookingTurns,
  ) {}

  /** Holding the window’s lock. What is not `held` leaves no row of the booking; the hold is the caller’s to release. */
  async claim(claim: HoldClaim, until: Date): Promise<HoldClaimed> {
    const { id, service, kind, accountId, phone, holder, window, holdId, policy, details } = claim;
    const onPhone = accountId === undefined ? {} : { accountId };
    const refusal = await policy.admit({ kind, window, holder, details, ...onPhone });
    if (refusal) return { refusal };
    await this.inventory.extend(holdId, until);
    const place = placeIn(window, policy, kind);
    const added = await this.bookings.add(
      { id, service, kind, holdId, expiresAt: until, details, ...place },
      { role: 'holder', personId: holder.personId, ...onPhone, ...(phone !== undefined && { phone }) },
    );
    const clash = await this.quotas.claim(id, 'holder', policy.quotaKeys(kind, holder, window, details));
    if (clash) {
      await this.bookings.remove(id);
      return { clash };
    }
    return { held: await this.turns.make(added, { move: 'hold', act: 'held' }) };
  }
}

/** Names the booking that stands in the way to whoever may look at it. */
export function clashProblem(
  { bookingId, accounts, people }: QuotaClash,
  { accountId, holder, policy, kind }: HoldClaim,
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
