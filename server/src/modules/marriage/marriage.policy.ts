import type { SiteView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { mayMarryOn } from '@jinmen/shared/services/marriage-registration/ages';
import { bringOf } from '@jinmen/shared/services/marriage-registration/bring';
import { isMarriageKind, POOL_OF_KIND } from '@jinmen/shared/services/marriage-registration/kinds';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { marriageSites } from '@jinmen/shared/services/marriage-registration/sites';
import { Injectable } from '@nestjs/common';
import { MarriageRegistry } from '../../bureaus/marriage-registry/marriage-registry.port';
import {
  BookableService,
  type Booking,
  type BookingPerson,
  type BookingRefusal,
  type BookingTimers,
  type BookingTurn,
  Books,
  type CancelLimit,
  type HoldWish,
  type QuotaKey,
  type WaitingWish,
} from '../bookings/bookable-service.port';
import { HotDays } from '../openings/hot-days.port';
import { SiteEdits } from '../openings/site-edits.port';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { Divorces } from './divorces.service';
import { dayWordsOf } from './marriage-days';
import { refusals } from './marriage-words';
import { RegistryTurns } from './registry-turns.service';

const SERVICE = marriageRegistration.code;

/** 示例, 待民政局核定: no rule of the city gives a time (policy-facts C.2). */
const TIMERS: BookingTimers = {
  holdMinutes: 10,
  renewals: 1,
  partnerHours: 24,
  restMinutes: { least: 5, most: 30 },
  noShowMinutes: 60,
};
const PARTNER_HOURS_ON_HOT_DAYS = 6;
/** 示例, 待民政局核定: no rule of the city limits it (policy-facts C.2, docs/adr/0041). */
const CANCEL_LIMIT: CancelLimit = {
  times: 3,
  otherWay: '着急办，就打 12345 或者登记处的电话，请工作人员帮您看。',
};

/** What the law says of marriage, and the booking flow does not know (docs/policy-facts.md C, J13–J16). */
@Injectable()
@Books('marriage-registration')
export class MarriagePolicy extends BookableService {
  readonly title = marriageRegistration.title;
  readonly kinds = marriageRegistration.kinds;

  constructor(
    private readonly siteEdits: SiteEdits,
    private readonly hotDays: HotDays,
    private readonly divorces: Divorces,
    private readonly turns: RegistryTurns,
    private readonly registry: MarriageRegistry,
  ) {
    super();
  }

  timers({ day }: SlotWindow): BookingTimers {
    const partnerHours = this.hotDays.find(SERVICE, day)?.partnerHours;
    if (partnerHours !== undefined) return { ...TIMERS, partnerHours };
    return dayWordsOf(day).hot === undefined ? TIMERS : { ...TIMERS, partnerHours: PARTNER_HOURS_ON_HOT_DAYS };
  }

  /** Of the windows in which couples marry, whoever takes them; those who part or seek counsel are not counted. */
  override cancelLimit(kind: string): CancelLimit | undefined {
    return isMarriageKind(kind) && POOL_OF_KIND[kind] === 'registration' ? CANCEL_LIMIT : undefined;
  }

  sites(): Promise<readonly SiteView[]> {
    return this.siteEdits.merged(SERVICE, marriageSites);
  }

  poolOf(kind: string, site: string): string | undefined {
    const offered = marriageSites.find(({ id }) => id === site)?.kinds.includes(kind);
    return offered && isMarriageKind(kind) ? POOL_OF_KIND[kind] : undefined;
  }

  /** A name staff gave the day stands before ours. */
  dayWords(day: CivilDate) {
    const hot = this.hotDays.find(SERVICE, day)?.name;
    return { ...dayWordsOf(day), ...(hot !== undefined && { hot }) };
  }

  async admit({ kind, window, holder }: HoldWish): Promise<BookingRefusal | undefined> {
    if (kind === 'divorce-certificate') return this.divorces.refusalFor(window, holder.personId);
    return refusedForAge(kind, holder, window.day);
  }

  override async admitWaiting({ kind, holder, earliest }: WaitingWish): Promise<BookingRefusal | undefined> {
    return refusedForAge(kind, holder, earliest);
  }

  async admitPartner({ kind, window, parties }: Booking, partner: BookingPerson): Promise<BookingRefusal | undefined> {
    const holder = parties.find(({ role }) => role === 'holder');
    if (kind === 'divorce-certificate' && holder !== undefined) {
      return this.divorces.refusalFor(window, holder.personId, partner.personId);
    }
    return refusedForAge(kind, partner, window.day);
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

  override passSeal(text: string): string | undefined {
    return this.registry.passSeal(text);
  }

  turned(turn: BookingTurn): Promise<void> {
    return this.turns.take(turn);
  }
}

/** On the day itself (J15). The number says whether 22 or 20. */
function refusedForAge(kind: string, { idNumber }: BookingPerson, day: CivilDate): BookingRefusal | undefined {
  if (kind !== 'marriage') return undefined;
  const read = readIdNumber(idNumber, day);
  return 'problem' in read || mayMarryOn(day, read) ? undefined : refusals.tooYoung;
}
