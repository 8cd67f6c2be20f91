import type { BookingState, BookingView, PassView } from '@jinmen/shared/bookings/views';
import { create } from 'zustand';
import { nowMs } from '../platform/clock';
import { type Reply, request } from '../platform/http';
import { isRecord, textOf } from '../platform/shape';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';
import { useSession, whenSignedOut } from './session';

/** A booking as it stood at a moment, with its pass as far as there is one. */
export interface BookingSeen {
  readonly booking: BookingView;
  readonly pass: PassView | undefined;
  readonly atMs: number;
}

type ById = Readonly<Record<string, BookingSeen>>;

/** Why what is shown is not of now, or not there. */
export type BookingProblem = Exclude<Reply<unknown>, { kind: 'ok' | 'not-modified' }>;

interface BookingsState {
  /** `undefined` until the vault was read or the server answered. */
  readonly seen: ById | undefined;
  /** Of one booking; those of the list are under `''`. */
  readonly problems: Readonly<Record<string, BookingProblem | undefined>>;
  /** When the whole list last came; `undefined` while it never did on this phone. */
  readonly listedAtMs: number | undefined;
}

const nothing: BookingsState = { seen: undefined, problems: {}, listedAtMs: undefined };

/**
 * The resident's bookings. A copy is in the vault with every pass, fetched as soon as there is one: it opens at the desk
 * without a network, also after the app was killed and though nobody opened it before.
 */
export const useBookings = create<BookingsState>(() => nothing);

/** As many as a resident goes back to; the older ones are on the server. */
const MOST_COPIES = 20;

const ACTIVE: readonly BookingState[] = ['held', 'pending-partner', 'pending-bureau', 'confirmed', 'displaced'];
const LIST = '';

interface Kept {
  readonly seen: ById;
  readonly listedAtMs: number | undefined;
}

const record = sealedRecord<Kept>(keptKeys.bookings, keptFrom);

export function isActive({ state }: Pick<BookingView, 'state'>): boolean {
  return ACTIVE.includes(state);
}

/** What this phone has, the next first. */
export function bookingsOf(seen: ById | undefined): readonly BookingView[] {
  return Object.values(seen ?? {})
    .map(({ booking }) => booking)
    .sort((one, other) => (one.window.startsAt < other.window.startsAt ? -1 : 1));
}

/** The next one somebody has to come to, or to do something about; none when nothing is open. */
export function nextBooking(seen: ById | undefined): BookingView | undefined {
  return bookingsOf(seen).find(isActive);
}

/** What the vault has, shown before anything is asked of the network. */
export async function readBookings(): Promise<void> {
  if (useBookings.getState().seen !== undefined) return;
  const { seen, listedAtMs } = await record.read();
  if (useBookings.getState().seen === undefined && Object.keys(seen).length > 0)
    useBookings.setState({ seen, listedAtMs });
}

/** The list anew. Whoever just looks around sends nothing. */
export async function loadBookings(): Promise<void> {
  await readBookings();
  if (useSession.getState().status === 'signed-out') return;
  const reply = await request<{ items: readonly BookingView[] }>({
    method: 'GET',
    path: '/bookings',
    session: 'required',
  });
  if (reply.kind !== 'ok') return fail(LIST, reply);
  useBookings.setState(({ problems }) => ({ problems: { ...problems, [LIST]: undefined }, listedAtMs: nowMs() }));
  await take(reply.data.items);
}

/** One booking anew, and its pass. */
export async function lookAtBooking(id: string): Promise<void> {
  await readBookings();
  const reply = await request<BookingView>({
    method: 'GET',
    path: `/bookings/${encodeURIComponent(id)}`,
    session: 'required',
  });
  if (reply.kind !== 'ok') return fail(id, reply);
  await takeBooking(reply.data);
}

/** What the server answered to something done about a booking. */
export async function takeBooking(booking: BookingView): Promise<void> {
  useBookings.setState(({ problems }) => ({ problems: { ...problems, [booking.id]: undefined } }));
  await take([booking]);
}

async function take(bookings: readonly BookingView[]): Promise<void> {
  const atMs = nowMs();
  const before = useBookings.getState().seen ?? {};
  const news = bookings.map((booking) => [booking.id, { booking, pass: before[booking.id]?.pass, atMs }] as const);
  await keep(Object.fromEntries(news));
  const wanting = bookings.filter((booking) => booking.acts.includes('pass') && isNew(booking, before[booking.id]));
  await Promise.all(wanting.map(({ id }) => fetchPass(id)));
}

/** A pass is asked for again only when something about the booking changed. */
function isNew(booking: BookingView, seen: BookingSeen | undefined): boolean {
  return seen?.pass === undefined || seen.booking.version !== booking.version;
}

async function fetchPass(id: string): Promise<void> {
  const path = `/bookings/${encodeURIComponent(id)}/pass`;
  const reply = await request<PassView>({ method: 'GET', path, session: 'required' });
  const seen = useBookings.getState().seen?.[id];
  if (reply.kind === 'ok' && seen !== undefined) await keep({ [id]: { ...seen, pass: reply.data } });
}

async function keep(news: ById): Promise<void> {
  const all = Object.entries({ ...useBookings.getState().seen, ...news });
  const newest = all.sort(([, one], [, other]) =>
    one.booking.window.startsAt < other.booking.window.startsAt ? 1 : -1,
  );
  const seen = Object.fromEntries(newest.slice(0, MOST_COPIES));
  useBookings.setState({ seen });
  const { listedAtMs } = useBookings.getState();
  await record.change(() => ({ seen, listedAtMs }));
}

/** Signed out, nothing is anybody's to see; not found, it is not theirs or gone; else what was seen stands. */
function fail(id: string, reply: Reply<unknown>): void {
  if (reply.kind === 'ok' || reply.kind === 'not-modified') return;
  useBookings.setState(({ problems }) => ({ problems: { ...problems, [id]: reply } }));
}

/** Of how many bookings this phone has a copy. */
export async function keptBookings(): Promise<number> {
  return Object.keys((await record.read()).seen).length;
}

/** Wipes this phone's copies; the bookings stay. `false`: the phone would not let go. */
export async function forgetBookings(): Promise<boolean> {
  useBookings.setState(nothing);
  return record.destroy();
}

whenSignedOut(forgetBookings);

function keptFrom(stored: unknown): Kept {
  if (!isRecord(stored) || !isRecord(stored.seen)) return { seen: {}, listedAtMs: undefined };
  const seen = Object.entries(stored.seen).flatMap(([id, each]) => (isSeen(each) ? [[id, each] as const] : []));
  return {
    seen: Object.fromEntries(seen),
    listedAtMs: typeof stored.listedAtMs === 'number' ? stored.listedAtMs : undefined,
  };
}

/** Written by this app from the server's answer and sealed since: only what everything else hangs on is looked at. */
function isSeen(stored: unknown): stored is BookingSeen {
  if (!isRecord(stored) || !isRecord(stored.booking) || typeof stored.atMs !== 'number') return false;
  const { id, state, window, site, parties, acts, steps } = stored.booking;
  const whole = isRecord(window) && isRecord(site) && [parties, acts, steps].every(Array.isArray);
  return whole && textOf(id) !== undefined && textOf(state) !== undefined;
}
