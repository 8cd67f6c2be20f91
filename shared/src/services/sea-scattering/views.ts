import type { BookingState } from '../../bookings/views';
import type { CivilDate } from '../../kernel/civil-date';

/** 集体: everybody of a voyage together · 家庭: a rite of one's own on the same voyage · 代撒: the crew, nobody aboard. */
export const SEA_WAYS = ['collective', 'family', 'proxy'] as const;
export type SeaWay = (typeof SEA_WAYS)[number];

/** A voyage by what can be said of it; places are told in words and never in numbers (ux.md §3). */
export const VOYAGE_STATES = ['planned', 'open', 'nearly-full', 'full', 'over', 'suspended', 'sailed'] as const;
export type VoyageState = (typeof VOYAGE_STATES)[number];

export const VOYAGE_STEPS = ['gather', 'coach', 'board', 'cast-off', 'rite', 'back'] as const;

/** `GET /voyages?from&to&aboard`, `GET /voyages/:id?aboard`, for a family with so many aboard. `id` is the window of its urns: what `POST /bookings` takes as `windowId`. */
export interface VoyageView {
  readonly id: string;
  readonly day: CivilDate;
  /** When it sails. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: VoyageState;
  /** There is room, and not for so many aboard. */
  readonly tooFewSeats?: true;
  /** Of `planned`: from when it can be chosen. */
  readonly opensAt: string;
  /** Until when it can be chosen, or a family change. */
  readonly closesAt: string;
  readonly vessel: string;
  /** Where a family goes to, and when: nothing else has to be found. */
  readonly meeting: { readonly place: string; readonly at: string };
  /** In the order of the day; what nobody has published is absent and shown as 待核定. */
  readonly timetable: readonly { readonly step: (typeof VOYAGE_STEPS)[number]; readonly at: string }[];
  /** Of `suspended`: why, in words. */
  readonly why?: string;
  /** Its figures are a demonstration: 示例. */
  readonly sample?: true;
}

/** How somebody is called on the pages of their farewell; chosen by the family. */
export const DECEASED_CALLED = ['name', 'loved-one', 'deceased'] as const;

/** Forms of the death certificate (docs/policy-facts.md F); earlier ones and those of abroad are free text. */
export const DEATH_PAPERS = ['certificate-2026', 'certificate-2014', 'cremation', 'other'] as const;
export type DeathPaper = (typeof DEATH_PAPERS)[number];

/** The one who died, typed once and used wherever something is asked for them. Nothing of it is required to begin. */
export interface Deceased {
  readonly name?: string;
  readonly idNumber?: string;
  readonly died?: CivilDate;
  readonly cremated?: CivilDate;
  readonly paper?: { readonly form: DeathPaper; readonly number?: string };
  /** Absent when the family did not say. */
  readonly hukouInTianjin?: boolean;
  readonly called?: (typeof DECEASED_CALLED)[number];
}

export const ASHES_PLACES = ['funeral-home', 'storage', 'at-home', 'elsewhere', 'not-cremated-yet'] as const;
export const ASHES_BRINGERS = ['family', 'funeral-home', 'unsure'] as const;

export interface Ashes {
  readonly place?: (typeof ASHES_PLACES)[number];
  /** Which funeral home or city, in the family's words. */
  readonly where?: string;
  readonly bringer?: (typeof ASHES_BRINGERS)[number];
}

/** How kinship is shown: any one of these; never a letter of a 居委会 (docs/policy-facts.md J, features 4.2). */
export const KINSHIP_WAYS = ['hukou-book', 'birth-certificate', 'marriage-certificate', 'archive', 'told'] as const;

export interface Kinship {
  /** What the one who signs up is to the one who died, in one word of a list. */
  readonly relation?: 'spouse' | 'child' | 'parent' | 'sibling' | 'grandchild' | 'other';
  readonly way?: (typeof KINSHIP_WAYS)[number];
  /** Of `told` or `other`: how it is, in the family's words; a person reads it. */
  readonly words?: string;
}

/** What the family wishes of the day. It is honoured where it can be, and nobody is placed against an impossible day. */
export interface SeaWishes {
  /** Most `MOST_IMPOSSIBLE_DAYS`. */
  readonly impossible: readonly CivilDate[];
  readonly earliest?: CivilDate;
  readonly latest?: CivilDate;
  readonly weekendsOnly?: boolean;
  /** Somebody travels here first: told as early as can be, and not placed within a week of being told. */
  readonly fromAnotherCity?: boolean;
  /** When the family itself cannot come after all: may the crew do it, or never. */
  readonly proxy: 'acceptable' | 'never';
  /** The code of another farewell that must be on the same voyage (`FarewellView.number`), e.g. of a couple. */
  readonly together?: string;
}
export const MOST_IMPOSSIBLE_DAYS = 60;

/** How many come along before anybody has to be named. */
export interface SeaCompany {
  /** Aboard; each needs a seat. 0 for 代撒. */
  readonly aboard: number;
  /** With us ashore, no seat. */
  readonly ashore: number;
  readonly named: readonly SeaRelative[];
}
/** A file asks for no more at once; a larger family is arranged by telephone. 示例, 待民政局核定. */
export const MOST_ABOARD = 12;

/** One who comes along. Age and health are for the crew to look at (船方核定), never a reason to be refused (J18). */
export interface SeaRelative {
  readonly id: string;
  readonly name: string;
  readonly age?: number;
  readonly where: 'aboard' | 'ashore';
  readonly wheelchair?: boolean;
  /** What the crew's doctor should know; sealed, and for the manifest alone. */
  readonly health?: string;
}

export const SEA_PAPERS = ['death-certificate', 'cremation-certificate', 'own-id', 'kinship', 'proxy-letter'] as const;
export type SeaPaper = (typeof SEA_PAPERS)[number];

/** How a paper is shown: on the day, as promised by signature; or ahead at the funeral home (手续前置). */
export interface SeaPaperState {
  readonly paper: SeaPaper;
  readonly how: 'bring' | 'promised' | 'at-funeral-home' | 'seen';
  /** Of `promised`: until when. */
  readonly until?: CivilDate;
}

export const FAREWELL_STATES = ['draft', 'signed-up', 'scattered', 'withdrawn'] as const;
export type FarewellState = (typeof FAREWELL_STATES)[number];

export const FAREWELL_ACTS = [
  'edit',
  'sign-up',
  'choose-voyage',
  'confirm',
  'change-voyage',
  'invite-relative',
  'answer-relative',
  'passes',
  'certificate',
  'memory',
  'speak',
  'withdraw',
  'restore',
  'throw-away',
] as const;
export type FarewellAct = (typeof FAREWELL_ACTS)[number];

/** Another of the family who found this farewell, or was sent a link to it. */
export interface FarewellKin {
  readonly id: string;
  /** Masked. */
  readonly name: string;
  readonly relation: string;
  readonly you: boolean;
  /** `asks`: wants to be part of it; `agrees`, `differs`: of the plan as it stands; `silent`: has not said. */
  readonly state: 'asks' | 'silent' | 'agrees' | 'differs';
  /** Of `asks` and `differs`, what they wrote. */
  readonly words?: string;
}

/** `GET /farewells/:id`: one person who died, and what their family prepares. Numbers masked. */
export interface FarewellView {
  readonly id: string;
  /** `HM-7KQ2M9`, what is said at a desk and on the phone. */
  readonly number: string;
  readonly state: FarewellState;
  readonly version: number;
  /** Whether it is the caller who signed up, or one of the family. */
  readonly you: 'applicant' | 'kin';
  readonly way: SeaWay;
  readonly deceased: Deceased;
  readonly ashes: Ashes;
  readonly kinship: Kinship;
  readonly wishes: SeaWishes;
  readonly company: SeaCompany;
  readonly papers: readonly SeaPaperState[];
  readonly kin: readonly FarewellKin[];
  /** Masked; who is called. */
  readonly phone?: string;
  readonly wantsCalls: boolean;
  /** Where it stands with a voyage; none while the family waits for one. */
  readonly place?: FarewellPlace;
  /** The number of the family they go with: each of them said so. */
  readonly goesWith?: string;
  /** What is still to be said before the day, by section; none of it stops a place from being held. */
  readonly open: readonly { readonly section: FarewellSection; readonly words: string }[];
  readonly acts: readonly FarewellAct[];
  readonly steps: readonly { readonly at: string; readonly words: string }[];
  /** Of a draft, after the one who died was typed: somebody of the family has signed them up. */
  readonly family?: FamilyFound;
}

/** `GET /farewells`: one line for each, the one that changed last first. */
export interface FarewellListItem {
  readonly id: string;
  readonly number: string;
  readonly state: FarewellState;
  readonly you: 'applicant' | 'kin';
  /** Of the one who died, when it was typed. */
  readonly name?: string;
  readonly called?: Deceased['called'];
  readonly updatedAt: string;
}

/** The same person is signed up by somebody of their family already. Nothing else of it is told before they said yes. */
export interface FamilyFound {
  /** Whose family it is: `张*`. */
  readonly name: string;
  /** For `POST /farewell-asks`; good on this phone alone, and for a while. */
  readonly ask: string;
}

/** `GET /farewell-asks`: where one asked to be part of a farewell, until it is answered. */
export interface FarewellAskView {
  readonly id: string;
  readonly name: string;
  readonly state: 'asked' | 'joined' | 'not-now';
  /** Of `joined`: where it is to be seen. */
  readonly farewell?: string;
  readonly at: string;
}

/** `POST /farewells/:id/invitations`: told once. */
export interface NewFarewellLink {
  readonly token: string;
  readonly until: string;
}

/** `GET /farewell-invitations/:token`. A stranger with the link learns nothing but that somebody sent it. */
export interface FarewellInvitationView {
  readonly state: 'open' | 'used' | 'expired';
  /** `张*` */
  readonly from?: string;
  /** Whom it is about; to somebody who has signed in. */
  readonly deceased?: string;
  readonly until?: string;
}

export interface FarewellPlace {
  readonly booking: string;
  readonly number: string;
  readonly state: BookingState;
  readonly voyage: VoyageView;
  /** Of a place that waits for the family's word: until when it is kept. */
  readonly keptUntil?: string;
  /** Of a suspended voyage: the place kept for them first, then others as they are now; none while nothing was found. */
  readonly offers?: { readonly kept?: VoyageView; readonly others: readonly VoyageView[] };
}

/** The pages of a sign-up, each saved by itself: `PATCH /farewells/:id` takes any of them. */
export const FAREWELL_SECTIONS = [
  'way',
  'deceased',
  'ashes',
  'kinship',
  'wishes',
  'company',
  'papers',
  'contact',
] as const;
export type FarewellSection = (typeof FAREWELL_SECTIONS)[number];

/**
 * `GET /farewells/:id/passes`: one for each who comes, aboard or with us ashore, for use offline. `token` is scanned,
 * `code` is read out; both stay the same on another voyage. None for 代撒.
 */
export interface BoardingPassesView {
  readonly farewell: string;
  /** Of the booking: what is said at the desk. */
  readonly number: string;
  /** Of the booking; in any but `confirmed` and `checked-in` the passes are good for nothing yet, or no longer. */
  readonly state: BookingState;
  readonly voyage: VoyageView;
  readonly passes: readonly {
    /** The person's number on this booking, `2`: never given to anybody else. */
    readonly id: string;
    /** Masked; 第 2 位 while nobody was named. */
    readonly name: string;
    readonly where: 'aboard' | 'ashore';
    readonly code: string;
    readonly token: string;
    readonly boardedAt?: string;
  }[];
  readonly bring: readonly string[];
}

/** `GET /sea-certificates/:seal`: what was issued under this seal, for whoever holds the paper. Says no name. */
export interface SeaCertificateCheckView {
  /** Of the booking. */
  readonly number: string;
  readonly at: string;
  readonly day: CivilDate;
  readonly vessel: string;
  /** WGS-84 degrees, five decimals. */
  readonly latitude: number;
  readonly longitude: number;
}

/** `GET /farewells/:id/certificate`: what the vessel reported, for the family. */
export interface SeaCertificateView extends SeaCertificateCheckView {
  /** Absent where the family gave none. */
  readonly name?: string;
  /** Of the sign-up, `HM-…`: it stands for the name on a certificate without one. */
  readonly signUp: string;
  /** `7K2QF-…`, asked with at `GET /sea-certificates/:seal`. */
  readonly seal: string;
}

/**
 * `GET`, `PUT /farewells/:id/memory`: what one of the family keeps for themselves. Nobody else reads it, the others of
 * the family neither: siblings who see it differently do not write over each other.
 */
export interface MemoryView {
  readonly words?: string;
  /** A message once a year on the day; asked once, and no is kept as an answer. */
  readonly yearly: 'not-asked' | 'yes' | 'no';
  readonly certificate?: SeaCertificateView;
}
export const MOST_MEMORY_SIGNS = 2000;

/** `GET /staff/voyages/:id/manifest`: masked. `POST …/manifest/whole {reason}` answers the same whole, for the vessel. */
export interface SeaManifestView {
  readonly voyage: VoyageView;
  readonly seats: number;
  readonly families: readonly SeaManifestFamily[];
}

export interface SeaManifestAside {
  readonly kind: 'boarded' | 'scattered';
  readonly at: string;
  /** Whose; none where it was said of the whole family. */
  readonly pass?: string;
}

export interface SeaManifestFamily {
  /** Of the booking. */
  readonly number: string;
  readonly way: SeaWay;
  readonly applicant: string;
  readonly phone?: string;
  readonly deceased?: string;
  /** They are not of one mind: somebody calls before it sails. */
  readonly differs?: true;
  /** What the vessel told of them for another day: nothing came of it, and somebody asks. */
  readonly asides?: readonly SeaManifestAside[];
  readonly people: readonly {
    readonly pass: string;
    readonly name?: string;
    readonly where: SeaRelative['where'];
    readonly age?: number;
    readonly wheelchair?: boolean;
    /** Whether the doctor should know something; what it is stands in the whole manifest alone. */
    readonly note: boolean;
    readonly health?: string;
    readonly boardedAt?: string;
  }[];
}
