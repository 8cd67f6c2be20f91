import { addDays, type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { create } from 'zustand';
import { dayOf, today } from '../platform/clock';
import { request } from '../platform/http';
import { readStored, removeStored, writeStored } from '../platform/storage';
import { keptKeys } from './kept-on-phone';
import { useSession, whenSignedOut } from './session';

/** How long after the last word about a farewell the rest of the app stays quiet: 示例, 待民政局核定. */
export const QUIET_DAYS = 180;
/** How long nobody is asked how it went (features item 3). */
export const NO_RATING_DAYS = 30;

interface Bereavement {
  /** The day of the last word about a farewell that was not withdrawn; `undefined` where there is none on this phone. */
  readonly since: CivilDate | undefined;
}

/** Only a day, and no word of what it is about: it is read before the first page is drawn, so it is not in the vault. */
export const useBereavement = create<Bereavement>(() => ({ since: kept() }));

whenSignedOut(async () => forgetQuiet());

/** The phone is its owner's again. */
export function rereadQuiet(): void {
  useBereavement.setState({ since: kept() });
}

/** Whoever signs in here may be in mourning, and the phone forgot it with whoever signed out. */
useSession.subscribe(async ({ status }, before) => {
  if (status !== 'signed-in' || before.status !== 'signed-out') return;
  const reply = await request<{ items: readonly Noted[] }>({ method: 'GET', path: '/farewells', session: 'required' });
  if (reply.kind === 'ok' && Array.isArray(reply.data.items)) noteFarewells(reply.data.items);
});

/** `false`: the phone would not let go of it. */
export function forgetQuiet(): boolean {
  useBereavement.setState({ since: undefined });
  return removeStored(keptKeys.quietSince);
}

/** 静默: somebody of this phone is in mourning. No marriage and no unread count on home and 我的. */
export function isQuiet({ since }: Bereavement): boolean {
  return since !== undefined && today() < addDays(since, QUIET_DAYS);
}

export function mayAskHowItWent({ since }: Bereavement): boolean {
  return since === undefined || today() >= addDays(since, NO_RATING_DAYS);
}

/** The farewells of whoever is signed in, all of them, as just seen. One that was withdrawn makes nothing quiet. */
export function noteFarewells(farewells: readonly Noted[]): void {
  keep(farewells.flatMap((each) => dayOfWord(each) ?? []));
}

/** One of them, as just seen. */
export function noteFarewell(farewell: Noted): void {
  const { since } = useBereavement.getState();
  const day = dayOfWord(farewell);
  if (day !== undefined) keep([day, ...(since === undefined ? [] : [since])]);
}

interface Noted {
  readonly state: string;
  /** Now, when absent. */
  readonly updatedAt?: string;
}

function dayOfWord({ state, updatedAt }: Noted): CivilDate | undefined {
  if (state === 'withdrawn') return undefined;
  const ms = Date.parse(updatedAt ?? '');
  return Number.isNaN(ms) ? today() : dayOf(ms);
}

function keep(days: readonly CivilDate[]): void {
  const since = [...days].sort().at(-1);
  useBereavement.setState({ since });
  if (since === undefined) removeStored(keptKeys.quietSince);
  else writeStored(keptKeys.quietSince, since);
}

function kept(): CivilDate | undefined {
  const stored = readStored(keptKeys.quietSince);
  return isCivilDate(stored) ? stored : undefined;
}
