import type { SiteView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { mayMarryOn } from '@jinmen/shared/services/marriage-registration/ages';
import { bringOf } from '@jinmen/shared/services/marriage-registration/bring';
import { isMarriageKind, POOL_OF_KIND } from '@jinmen/shared/services/marriage-registration/kinds';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { marriageSites } from '@jinmen/shared/services/marriage-registration/sites';
import { Injectable } from '@nestjs/common';
import {
  BookableService,
  type Booking,
  type BookingPerson,
  type BookingRefusal,
  type BookingTimers,
  type BookingTurn,
  Books,
  type HoldWish,
  type QuotaKey,
} from '../bookings/bookable-service.port';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { dayWordsOf } from './marriage-days';
import { refusals } from './marriage-words';

/** 示例, 待民政局核定: no rule of the city gives a time (policy-facts C.2). */
const TIMERS: BookingTimers = {
  holdMinutes: 10,
  renewals: 1,
  partnerHours: 24,
  restMinutes: { least: 5, most: 30 },
  noShowMinutes: 60,
};
const PARTNER_HOURS_ON_HOT_DAYS = 6;

/** What the law says of marriage, and the booking flow does not know (docs/policy-facts.md C, J13–J16). */
@Injectable()
@Books('marriage-registration')
export class MarriagePolicy extends BookableService {
  readonly title = marriageRegistration.title;
  readonly kinds = marriageRegistration.kinds;

  timers({ day }: SlotWindow): BookingTimers {
    return dayWordsOf(day).hot === undefined ? TIMERS : { ...TIMERS, partnerHours: PARTNER_HOURS_ON_HOT_DAYS };
  }

  async sites(): Promise<readonly SiteView[]> {
    return marriageSites;
  }

  poolOf(kind: string, site: string): string | undefined {
    const offered = marriageSites.find(({ id }) => id === site)?.kinds.includes(kind);
    return offered && isMarriageKind(kind) ? POOL_OF_KIND[kind] : undefined;
  }

  dayWords(day: CivilDate) {
    return dayWordsOf(day);
  }

  async admit({ kind, window, holder }: HoldWish): Promise<BookingRefusal | undefined> {
    return refusedForAge(kind, holder, window);
  }

  async admitPartner({ kind, window }: Booking, partner: BookingPerson): Promise<BookingRefusal | undefined> {
    return refusedForAge(kind, partner, window);
  }

  /** Whoever waits for counselling may book a registration as well, and the other way round. */
  quotaKeys(kind: string, { personId }: BookingPerson): readonly QuotaKey[] {
    const scope = kind === 'counselling' ? 'marriage-counselling' : 'marriage-registration';
    return [{ scope, key: personId }];
  }

  /** One question and one wish; whatever else was sent is left out. Where the two live is asked nowhere (J16). */
  readDetails(kind: string, given: unknown): Readonly<Record<string, unknown>> | BookingRefusal {
    const { bothMainland, ceremony } = (given ?? {}) as { bothMainland?: unknown; ceremony?: unknown };
    if (bothMainland === false) return refusals.otherOffice;
    return {
      ...(bothMainland === true && { bothMainland }),
      ...(kind === 'marriage' && typeof ceremony === 'boolean' && { ceremony }),
    };
  }

  bring(kind: string): readonly string[] {
    return isMarriageKind(kind) ? bringOf[kind] : [];
  }

  async turned(_turn: BookingTurn): Promise<void> {}
}

/** On the day itself (J15). The number says whether 22 or 20. */
function refusedForAge(kind: string, { idNumber }: BookingPerson, { day }: SlotWindow): BookingRefusal | undefined {
  if (kind !== 'marriage') return undefined;
  const read = readIdNumber(idNumber, day);
  return 'problem' in read || mayMarryOn(day, read) ? undefined : refusals.tooYoung;
}
