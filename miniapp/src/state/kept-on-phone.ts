import { INTENTIONS_KEY } from '../platform/intentions';
import { SESSION_KEY } from '../platform/session';
import { isRecord } from '../platform/shape';
import { readStored, removeStored } from '../platform/storage';
import { vault } from '../platform/vault';
import { destroyRecord } from './sealed-record';

/** Everything this app keeps on the phone. 我的 lists it and clears it; nothing may be kept under another key. */
export const keptKeys = {
  /** In the vault: whose things this phone keeps, so that another who signs in does not find them. */
  account: 'account',
  /** Public: places and days looked at last, so that they can be looked at without a network. */
  bookingLooks: 'booking-looks',
  /** In the vault: bookings as they stood when the network was last there, and their passes. */
  bookings: 'bookings',
  elderMode: 'elder-mode',
  /** In the vault: farewells as they were last seen, and what was typed into them and is not on the server yet. */
  farewells: 'farewells',
  /** In the vault: the first steps after a death that are done, and the day of the cremation. */
  firstSteps: 'first-steps',
  /** In the vault: what a family saw last of its farewell, its passes among it. */
  farewellLooks: 'farewell-looks',
  /** In the vault: what somebody writes for themselves after a farewell, until it is saved. */
  farewellWords: 'farewell-words',
  /** In the vault: keys of what was sent and not answered yet, so that another tap means the same. */
  intentions: INTENTIONS_KEY,
  /** In the vault: messages as they stood when the network was last there. */
  notices: 'notices',
  /** A day and nothing else: since when the app keeps quiet for whoever lost somebody. */
  quietSince: 'quiet-since',
  reliefAnswers: 'relief-answers',
  /** In the vault: applications as they stood when the network was last there. */
  reliefCases: 'relief-cases',
  /** In the vault: encrypted, and only by the resident's own wish. */
  reliefKept: 'relief-kept',
  /** In the vault: what a resident has written against a decision; it is nowhere else. */
  reliefStatements: 'relief-statements',
  /** In the vault: drafts as they were last seen, and what was typed into them and is not on the server yet. */
  reliefUnsent: 'relief-unsent',
  /** In the vault: the tokens of whoever is signed in, wiped when they sign out. */
  session: SESSION_KEY,
  standards: 'standards',
  /** In the vault: what somebody in an emergency is writing, and the secrets of what they sent. */
  urgent: 'urgent',
} as const;

/**
 * Whose each is.
 * - `session`: who is signed in; goes when they sign out.
 * - `account`: only who is signed in has it; goes with them.
 * - `typed`: also by somebody who never signed in: the first who does goes on with it; it goes with who signs out.
 * - `phone`: of whoever uses it: a self-check, a call for help nobody signed in for (state/urgent.ts lets the claimed
 *   ones go with their account), what is public. 退出登录 says that it stays.
 */
export type Whose = 'session' | 'account' | 'typed' | 'phone';

export const whose: Readonly<Record<keyof typeof keptKeys, Whose>> = {
  account: 'session',
  bookingLooks: 'phone',
  bookings: 'account',
  elderMode: 'phone',
  farewells: 'account',
  firstSteps: 'typed',
  farewellLooks: 'account',
  farewellWords: 'account',
  intentions: 'typed',
  notices: 'account',
  quietSince: 'account',
  reliefAnswers: 'phone',
  reliefCases: 'account',
  reliefKept: 'phone',
  reliefStatements: 'account',
  reliefUnsent: 'account',
  session: 'session',
  standards: 'phone',
  urgent: 'phone',
};

/** Of these, what is in the vault is gone, whether or not the pages that keep it were opened. `false`: not all of it. */
export async function destroyKept(...of: readonly Whose[]): Promise<boolean> {
  // not in the vault: state/bereavement.ts
  const { quietSince: _aside, ...sealed } = keptKeys;
  const names = keysOf(sealed).filter((key) => of.includes(whose[key]));
  return (await Promise.all(names.map((key) => destroyRecord(sealed[key])))).every(Boolean);
}

function keysOf<T extends object>(of: T): readonly (keyof T)[] {
  // the keys of an object literal are its own
  return Object.keys(of) as (keyof T)[];
}

/** Words somebody typed that are on this phone and nowhere else, also where it cannot open them now. */
export async function keptWords(): Promise<boolean> {
  const { farewellWords, firstSteps, reliefStatements } = keptKeys;
  const found = await Promise.all([farewellWords, firstSteps, reliefStatements].map((name) => vault().unseal(name)));
  return found.some((each) => (each.kind === 'opened' ? saysAnything(each.value) : each.kind === 'problem'));
}

function saysAnything(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  if (Array.isArray(value)) return value.some(saysAnything);
  return isRecord(value) && Object.values(value).some(saysAnything);
}

/** What is kept about a household. */
export interface KeptAnswers {
  /** Anything at all: an answer, something half typed, or what they wanted to see. */
  readonly any: boolean;
  /** How many questions were answered. */
  readonly answered: number;
}

export const noAnswers: KeptAnswers = { any: false, answered: 0 };

export function keptAnswers(): KeptAnswers {
  const stored = readStored(keptKeys.reliefAnswers);
  if (typeof stored !== 'object' || stored === null) return noAnswers;
  const { asked, doors, draft, drafts } = stored as Record<string, unknown>;
  const answered = Array.isArray(asked) ? asked.length : 0;
  const typed = typeof drafts === 'object' && drafts !== null && Object.keys(drafts).length > 0;
  const chosen = Array.isArray(doors) && doors.length > 0;
  // `draft` is how older releases kept what was half typed.
  return { any: answered > 0 || typed || chosen || draft !== undefined, answered };
}

const forgetters = new Set<() => void>();

/** Runs `work` whenever the answers are forgotten, from whichever page: what lives in memory must go with them. */
export function whenForgotten(work: () => void): void {
  forgetters.add(work);
}

/**
 * Forgets the answers, on the phone and in memory; `false` when the phone would not let go of them. The standards stay:
 * they are public and say nothing about anyone.
 */
export function forgetAnswers(): boolean {
  const forgotten = removeStored(keptKeys.reliefAnswers);
  for (const forget of forgetters) forget();
  return forgotten;
}
