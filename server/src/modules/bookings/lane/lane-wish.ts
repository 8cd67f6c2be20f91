import type { BookingView } from '@jinmen/shared/bookings/views';
import type { Problem } from '../../../platform/http/problem';
import type { IdempotencyScope } from '../../../platform/idempotency/idempotency-store';
import type { HoldRefusal, SlotWindow } from '../../slot-inventory/slot-inventory.port';
import type { BookableService } from '../bookable-service.port';
import type { Details } from '../bookings.repository';
import type { HoldClaim, HoldWanted } from '../hold-claims.service';

/** Somebody’s wish for one unit of one window. */
export interface LaneWish extends HoldWanted {
  readonly scope: IdempotencyScope;
  readonly accountId: string;
  readonly policy: BookableService;
  /** As the service read them. */
  readonly details: Details;
}

/** What a wish is answered with, once what it rests on has been committed. */
export type LaneAnswer =
  | { readonly view: BookingView }
  | { readonly problem: Problem }
  /** Nobody knows what came of it; the same key finds out. */
  | { readonly error: unknown };

/** The same inside the transaction. A refusal by the window itself gets its words, and times nearby, after the commit. */
export type LaneDecision = { readonly view: BookingView } | { readonly problem: Problem } | WindowRefused;

/** The window itself refused, as it stands when this is committed. */
export interface WindowRefused {
  readonly refusal: HoldRefusal;
  readonly window: SlotWindow;
}

/** Who may have a unit, before it is theirs. */
export type Chosen = Omit<HoldClaim, 'holdId' | 'until'> & { readonly wish: LaneWish };
