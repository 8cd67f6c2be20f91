import type { BookingState, PartnerWay, ServiceKindView, SiteView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { DiscoveryService } from '@nestjs/core';
import type { NoticeTopic } from '../notices/notices.port';
import type { HoldLine, SlotWindow } from '../slot-inventory/slot-inventory.port';

/** Somebody a booking is for. Name and number are whole. */
export interface BookingPerson {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
}

export interface BookingParty extends BookingPerson {
  readonly role: 'holder' | 'partner';
  /** Whose phone it is; none for somebody who said yes on another's phone or at a desk. */
  readonly accountId?: string;
  readonly phone?: string;
  readonly way?: PartnerWay;
  readonly confirmedAt?: Date;
}

/** Their yes was said on somebody else's phone, and on none of their own: nothing shows that it was theirs. */
export function isSpokenFor(party: { readonly way?: PartnerWay | null; readonly accountId?: string | null }): boolean {
  return party.way === 'this-phone' && party.accountId == null;
}

/** A booking as its service sees it. */
export interface Booking {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly kind: string;
  readonly state: BookingState;
  readonly site: string;
  readonly window: SlotWindow;
  readonly parties: readonly BookingParty[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** One in its scope while the booking is active: `{ scope: 'marriage-registration', key: personId }`. */
export interface QuotaKey {
  readonly scope: string;
  readonly key: string;
}

/** Why somebody cannot have this; goes out as problem+json (409, or 400 with a field). Residents read `words`. */
export interface BookingRefusal {
  readonly code: string;
  readonly words: string;
  readonly field?: string;
}

/** Minutes and hours are configuration: 示例, 待民政局核定. */
export interface BookingTimers {
  readonly holdMinutes: number;
  /** How often a hold can be renewed. */
  readonly renewals: number;
  /** How long the second person has; never past the window's cut-off. */
  readonly partnerHours: number;
  /** Freed units rest a random time between these. */
  readonly restMinutes: { readonly least: number; readonly most: number };
  /** How long after its end a booking nobody came for is a no-show. */
  readonly noShowMinutes: number;
}

/** How often somebody may give a time back themself in a month before they hold no new one until the next. */
export interface CancelLimit {
  /** 示例, 待民政局核定; at least 2. */
  readonly times: number;
  /** Who helps whoever needs a time before that, in a sentence residents read. */
  readonly otherWay: string;
}

export interface HoldWish {
  readonly kind: string;
  readonly window: SlotWindow;
  readonly holder: BookingPerson;
  /** Whose phone it was said on; none of somebody a desk or an organiser places. */
  readonly accountId?: string;
  /** As `readDetails` gave them. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a booking would take, and of whom it is asked. */
export interface LinesWish {
  readonly kind: string;
  readonly windowId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface WaitingWish {
  readonly kind: string;
  readonly holder: BookingPerson;
  readonly earliest: CivilDate;
}

/** What changed in the life of a booking, in the transaction that changed it: the hand-off to a bureau hangs here. */
export interface BookingTurn {
  readonly act:
    | 'held'
    | 'asked'
    | 'change-asked'
    | 'confirmed'
    | 'moved'
    | 'resized'
    | 'checked-in'
    | 'no-show'
    | 'cancelled'
    | 'expired'
    | 'displaced';
  /** As it is now. */
  readonly booking: Booking;
  /** Of `moved`: where it was before. */
  readonly before?: SlotWindow;
  readonly why?: string;
}

/**
 * Everything one service knows and the booking flow does not. Registered by `@Books` on the class; a service of the
 * catalogue without one, two for one code or an unknown code do not boot.
 */
export abstract class BookableService {
  abstract readonly title: string;
  abstract readonly kinds: readonly ServiceKindView[];
  abstract timers(window: SlotWindow): BookingTimers;

  /**
   * `together`: those who lose their place wait for one plan for all of them (`Bookings.keepFor`) instead of being told
   * and offered times one by one.
   */
  readonly replaced: 'each' | 'together' = 'each';

  /** Of `together`: where staff open and close its times, which stand in several windows each. In words they read. */
  readonly changedAt?: string;

  /** By what its people are told of the day before. */
  readonly dayBefore: NoticeTopic = 'booking-tomorrow';

  /** By what its people are told of a turn; none where nobody has to be. Absent where the words of any booking do. */
  topicOf?(turn: BookingTurn): NoticeTopic | undefined;

  /** Of a kind whose times are worth handing on; counted together for all kinds of the service that have one. */
  cancelLimit(_kind: string): CancelLimit | undefined {
    return undefined;
  }

  /** As residents see them, with what staff changed. */
  abstract sites(): Promise<readonly SiteView[]>;

  /** Which pool of a site serves the kind; none when the site does not offer it. */
  abstract poolOf(kind: string, site: string): string | undefined;

  /** What the day is called: lunar line, hot day. */
  abstract dayWords(day: CivilDate): { readonly lunar?: string; readonly hot?: string };

  /** Before the hold; told to the holder. */
  abstract admit(wish: HoldWish): Promise<BookingRefusal | undefined>;

  /**
   * Before somebody begins to wait for one of these days: what would stand against them on the earliest, so that nobody
   * waits for what they cannot have. A service that knows nothing of the kind lets everybody wait.
   */
  async admitWaiting(_wish: WaitingWish): Promise<BookingRefusal | undefined> {
    return undefined;
  }

  /** Before the second person's yes; told to nobody but them. */
  abstract admitPartner(booking: Booking, partner: BookingPerson): Promise<BookingRefusal | undefined>;

  /**
   * What a booking takes: its window first, and whatever else it cannot do without, all or none. May lock rows of its own
   * module first, which come after the booking's row and before windows and keys. Of a window it does not know, one unit:
   * the inventory refuses it.
   */
  async linesOf({ windowId }: LinesWish): Promise<readonly HoldLine[]> {
    return [{ windowId, units: 1 }];
  }

  /** Whether a booking takes one unit of its window and nothing beside it, so that many can be given in one go. */
  get takesOneUnit(): boolean {
    return this.linesOf === BookableService.prototype.linesOf;
  }

  /** The keys of one person: the holder's at hold, the partner's at their own yes. At least one. */
  abstract quotaKeys(
    kind: string,
    person: BookingPerson,
    window: SlotWindow,
    details: Readonly<Record<string, unknown>>,
  ): readonly QuotaKey[];

  /**
   * What the resident said beside people and time; refused or tidied. Said again at the confirmation, it may not change
   * the keys.
   */
  abstract readDetails(kind: string, given: unknown): Readonly<Record<string, unknown>> | BookingRefusal;

  /** What to bring to the desk. */
  abstract bring(kind: string): readonly string[];

  /**
   * The mark its desk can check on a pass without a network: lower-case hex, at least 32 signs, over the text, with a key
   * both sides have. None where there is no such desk.
   */
  passSeal(_text: string): string | undefined {
    return undefined;
  }

  /** Inside the transaction; may append to the outbox, may not speak to the outside. */
  abstract turned(turn: BookingTurn): Promise<void>;
}

/** On a `BookableService`: the code of its service in the catalogue, e.g. `marriage-registration`. */
export const Books = DiscoveryService.createDecorator<string>();
