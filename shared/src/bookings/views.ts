import type { CivilDate } from '../kernel/civil-date';

/** The life of a booking. `displaced`: its window was closed, and nothing is cancelled by itself. */
export const BOOKING_STATES = [
  'held',
  'pending-partner',
  'pending-bureau',
  'confirmed',
  'checked-in',
  'no-show',
  'cancelled',
  'expired',
  'rejected',
  'displaced',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** How the second person says yes. Choosing `desk` confirms nothing. */
export const PARTNER_WAYS = ['own-phone', 'this-phone', 'desk'] as const;
export type PartnerWay = (typeof PARTNER_WAYS)[number];

/** One thing a service offers, e.g. 结婚登记 of the registries. */
export interface ServiceKindView {
  readonly code: string;
  readonly title: string;
  /** In one plain sentence. */
  readonly line: string;
  /** How many people it is for: who must come, and say yes before. */
  readonly parties: { readonly least: number; readonly most: number };
  /** A sad or bare matter: drawn in the plain theme, without any cheer. */
  readonly plain: boolean;
  /** In bereavement: no number of places left, no countdown, no ledger of days nobody came (features.md, item 3). */
  readonly grief?: true;
}

/** `GET /services` */
export interface ServiceView {
  readonly code: string;
  readonly title: string;
  readonly kinds: readonly ServiceKindView[];
}

/** `GET /services/:service/sites`. What nobody has published is absent and shown as 待核定. */
export interface SiteView {
  readonly id: string;
  readonly name: string;
  /** `registry`, `themed`, … : the service's own word. */
  readonly sort: string;
  /** Codes of the kinds it offers. */
  readonly kinds: readonly string[];
  /** Six digits; absent when unknown. */
  readonly district?: string;
  readonly districtName?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly hours?: string;
  readonly gettingThere?: string;
  readonly stepFree?: string;
  readonly rainPlan?: string;
  readonly about?: string;
  /** The first day with something free; absent when none is. */
  readonly nextFreeDay?: CivilDate;
}

/** `over`: it began, or its cut-off is past. */
export const WINDOW_STATES = ['open', 'sold-out', 'closed', 'not-yet-open', 'over'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** `GET /services/:service/windows?site&kind&from&to`: one time of one site that can be booked. */
export interface WindowView {
  readonly id: string;
  readonly site: string;
  readonly day: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: WindowState;
  /** What anybody may book now; 0 unless `open`. Never said in bereavement: the state says what there is to know. */
  readonly left?: number;
  /** From when it can be booked. */
  readonly opensAt: string;
  /** Until when it can be booked. */
  readonly closesAt: string;
  /** Why it is closed, in words. */
  readonly why?: string;
  /** The year's holiday notice is not out: 待节假日通知. */
  readonly expected?: true;
  /** Its capacity is a demonstration figure: 示例. */
  readonly sample?: true;
}

/** A day as the month shows it. `GET /services/:service/days?site&kind&from&to` */
export interface BookingDayView {
  readonly day: CivilDate;
  readonly state: WindowState | 'no-service';
  /** Never said in bereavement, as `capacity`. */
  readonly left?: number;
  /** What can be booked at all that day, for the shade of the cell. */
  readonly capacity?: number;
  /** 十月十七, 腊月初八 … */
  readonly lunar?: string;
  /** 七夕, 5·20 …: a day many want. */
  readonly hot?: string;
  /** Of a day not bookable yet: from when it is. */
  readonly opensAt?: string;
  readonly why?: string;
  readonly expected?: true;
  readonly sample?: true;
}

export interface BookingPartyView {
  readonly role: 'holder' | 'partner';
  /** Masked: `张*`. */
  readonly name: string;
  readonly you: boolean;
  readonly confirmed: boolean;
}

/** What was asked of the second person. It never tells a no from a silence (docs/adr/0019). */
export interface PartnerAskedView {
  readonly way: PartnerWay;
  /** Until when a yes counts. */
  readonly until: string;
}

/** A change the others have to agree to; until then the old time stays theirs. */
export interface BookingChangeView {
  readonly window: WindowView;
  readonly siteName: string;
  readonly until: string;
  /** Whether the caller is the one whose word is waited for. */
  readonly yours: boolean;
}

/** What the caller can do now. */
export const BOOKING_ACTS = [
  'renew',
  'confirm',
  'invite',
  'confirm-here',
  'choose-desk',
  'reschedule',
  'agree-change',
  'withdraw-change',
  'cancel',
  'pass',
] as const;
export type BookingAct = (typeof BOOKING_ACTS)[number];

export interface BookingStepView {
  readonly at: string;
  readonly words: string;
  /** Why an office called it off or closed its time, in words its people read; they stand within `words` as well. */
  readonly why?: string;
}

/** `GET /bookings/:id` as one of its people sees it. */
export interface BookingView {
  readonly id: string;
  /** `JM-7KQ2M9`, what is said at a desk and on the phone. */
  readonly number: string;
  readonly service: string;
  readonly kind: string;
  readonly state: BookingState;
  readonly version: number;
  readonly site: SiteView;
  readonly window: WindowView;
  /** Of `held`: until when it is kept. */
  readonly holdUntil?: string;
  readonly parties: readonly BookingPartyView[];
  readonly asked?: PartnerAskedView;
  readonly change?: BookingChangeView;
  /** Of `displaced`: other windows. `kept`: for them before anybody else, until when; others as long as there is room. */
  readonly offers?: {
    readonly windows: readonly (WindowView & { readonly siteName: string; readonly kept?: true })[];
    readonly until: string;
  };
  readonly acts: readonly BookingAct[];
  /** Only where cancelling it now is the last the caller may do this month: from which day they could book again. */
  readonly againFrom?: CivilDate;
  /** The newest last. */
  readonly steps: readonly BookingStepView[];
  /** What the service itself adds, e.g. `{ ceremony: true }`. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** `GET /bookings/:id/pass`: everything needed at the desk, also without a network. */
export interface PassView {
  readonly booking: string;
  readonly number: string;
  /** To be read out where nothing can be scanned. */
  readonly code: string;
  /** What the QR code says. */
  readonly token: string;
  readonly service: string;
  readonly kind: string;
  readonly state: BookingState;
  readonly site: SiteView;
  readonly window: WindowView;
  readonly parties: readonly BookingPartyView[];
  /** What to bring, in words. */
  readonly bring: readonly string[];
}

/** The answer to `POST /bookings/:id/pass/own-name`: the caller's name in full, and nobody else's. Not kept on the phone. */
export interface OwnNameView {
  readonly name: string;
}

/** The answer to `POST /bookings/:id/invitations`. The token is told once: only a hash of it is kept. */
export interface NewInvitationView {
  readonly token: string;
  readonly until: string;
}

/**
 * The answer to `POST /bookings/:id/partner`, said on the first person's phone: so every reason why the second one
 * cannot say yes there, their name, their age, what else they have booked, is the same `not-here`.
 */
export type PartnerHereView =
  | { readonly outcome: 'confirmed'; readonly booking: BookingView }
  | { readonly outcome: 'not-here' | 'later'; readonly words: string };

/**
 * `GET /invitations/:token`: who asks, by the family name, for what and when; nothing else. What a plain kind is about
 * (`ServiceKindView.plain`) is told only to whoever is signed in.
 */
export interface BookingInvitationView {
  readonly state: 'open' | 'used' | 'expired' | 'revoked';
  readonly from?: string;
  readonly service?: string;
  readonly kind?: string;
  /** The kind in words: 结婚登记. */
  readonly title?: string;
  /** A sad or bare matter: drawn in the plain theme. */
  readonly plain?: true;
  readonly siteName?: string;
  readonly day?: CivilDate;
  readonly startsAt?: string;
  readonly until?: string;
  /** It asks to agree to another time, not to the booking itself. */
  readonly change?: true;
  /** Only to whoever said no themselves, signed in: they may still say yes. */
  readonly youDeclined?: true;
}

/** `GET /waitlist`: a whole party waits as one. */
export interface WaitingView {
  readonly id: string;
  readonly service: string;
  readonly kind: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly days: readonly CivilDate[];
  readonly state: 'waiting' | 'offered' | 'taken' | 'left' | 'over';
  /** 1 = next; among those who wait for any of the same windows. */
  readonly rank?: number;
  readonly since: string;
  /** A time kept for them, until when; taking it is `booking`. */
  readonly offer?: {
    readonly booking: string;
    readonly window: WindowView;
    readonly siteName: string;
    readonly until: string;
  };
  /** What became of it, in one sentence, where the state alone does not say it. */
  readonly note?: string;
}

/** How much one party may wait for at once. */
export const MOST_WAITING_DAYS = 14;
export const MOST_WAITING_SITES = 30;

/** `GET /bookings/no-shows`: a day nobody came to the desk, as its own people see it. It has no consequence anybody published. */
export interface NoShowView {
  readonly booking: string;
  readonly number: string;
  readonly service: string;
  readonly kind: string;
  readonly siteName: string;
  readonly startsAt: string;
  /** Somebody at the desk knows why: it counts as if it had not been. */
  readonly excused?: { readonly at: string; readonly why?: string };
}
