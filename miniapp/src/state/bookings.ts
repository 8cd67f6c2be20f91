import type { BookingState, BookingView, PassView } from '@jinmen/shared/bookings/views';
import { create } from 'zustand';
import { nowMs } from '../platform/clock';
import { type Reply, request } from '../platform/http';
import type { PageName } from '../platform/navigate';
import { sessionGeneration } from '../platform/session';
import { isRecord, textOf } from '../platform/shape';
import type { Trouble } from './consents';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';
import { useSession, whenSignedOut } from './session';

type Passes = Readonly<Record<string, PassView>>;

interface BookingsState {
  /** Of whoever is signed in; `undefined` until they came, from the server or the vault. */
  readonly bookings: readonly BookingView[] | undefined;
  /** By booking, as far as there is one. */
  readonly passes: Passes;
  readonly fetchedAtMs: number | undefined;
  /** Why they are not of this moment. */
  readonly trouble: Trouble | undefined;
}

type KeptBookings = Omit<BookingsState, 'trouble'>;

const nothing: BookingsState = { bookings: undefined, passes: {}, fetchedAtMs: undefined, trouble: undefined };

/**
 * The resident's bookings. A copy is in the vault with every pass, fetched as soon as there is one: it opens at the desk
 * without a network, also after the app was killed and though nobody opened it before.
 */
export const useBookings = create<BookingsState>(() => nothing);

const copy = sealedRecord<KeptBookings>(keptKeys.bookings, keptFrom);

/** As many as a resident goes back to; the older ones are on the server. */
const MOST_COPIES = 20;

const OVER: readonly BookingState[] = ['checked-in', 'no-show', 'cancelled', 'expired', 'rejected'];

export function isOver({ state }: Pick<BookingView, 'state'>): boolean {
  return OVER.includes(state);
}

/** What still lies ahead, the nearest first. */
export function aheadOf(bookings: readonly BookingView[] | undefined): readonly BookingView[] {
  return (bookings ?? [])
    .filter((booking) => !isOver(booking))
    .sort((one, other) => one.window.startsAt.localeCompare(other.window.startsAt));
}

/** Where the one thing to do about it is. A place on a voyage is one of a farewell, and its pages are there alone. */
export function leadOf(booking: BookingView): BookingLead {
  const farewell = textOf(booking.details.farewell);
  if (farewell === undefined) return { page: pageOf(booking), query: { id: booking.id } };
  return { page: FAREWELL_PAGES[booking.state] ?? 'funeralFarewell', query: { id: farewell } };
}

interface BookingLead {
  readonly page: PageName;
  readonly query: { readonly id: string };
}

const FAREWELL_PAGES: Readonly<Partial<Record<BookingState, PageName>>> = {
  confirmed: 'funeralPasses',
  displaced: 'funeralChange',
};

function pageOf({ state, acts, change }: BookingView): PageName {
  if (state === 'held') return acts.includes('confirm') ? 'marriageReview' : 'marriageParties';
  if (state === 'pending-partner') return 'marriageParties';
  return state === 'displaced' || change !== undefined ? 'marriageChange' : 'marriagePass';
}

/** What the vault has, shown before anything is asked of the network. */
export async function readBookings(): Promise<void> {
  if (useBookings.getState().bookings !== undefined) return;
  const kept = await copy.read();
  if (useBookings.getState().bookings === undefined) useBookings.setState(kept);
}

/** Asks only when someone is signed in; without an answer those of the last time, with its moment. */
export async function loadBookings(): Promise<void> {
  await readBookings();
  if (useSession.getState().status !== 'signed-in') return;
  const reply = await request<{ items: readonly BookingView[] }>({
    method: 'GET',
    path: '/bookings',
    session: 'required',
  });
  if (reply.kind === 'ok') await take(reply.data.items);
  else if (reply.kind !== 'not-modified') useBookings.setState({ trouble: reply });
}

/** One of them as it stands now, also put among the others, and its pass. */
export async function loadBooking(id: string): Promise<Reply<BookingView>> {
  await readBookings();
  const path = `/bookings/${encodeURIComponent(id)}`;
  const reply = await request<BookingView>({ method: 'GET', path, session: 'required' });
  if (reply.kind === 'ok') await putBooking(reply.data);
  return reply;
}

/** As the server just answered: a page that comes next need not ask again before it can show it. */
export async function putBooking(booking: BookingView): Promise<void> {
  const answered = sessionGeneration();
  await readBookings();
  if (answered !== sessionGeneration()) return;
  const others = (useBookings.getState().bookings ?? []).filter(({ id }) => id !== booking.id);
  await take([booking, ...others]);
}

async function take(bookings: readonly BookingView[]): Promise<void> {
  const before = useBookings.getState();
  await keep({ bookings, passes: before.passes, fetchedAtMs: nowMs() });
  const wanting = bookings.filter((booking) => booking.acts.includes('pass') && isOld(booking, before));
  await Promise.all(wanting.map(({ id }) => fetchPass(id)));
}

/** Something changed since it was fetched, or it is of another time: the last look may have lost the network between. */
function isOld({ id, version, window }: BookingView, before: BookingsState): boolean {
  const seen = before.bookings?.find((each) => each.id === id);
  return seen?.version !== version || before.passes[id]?.window.id !== window.id;
}

async function fetchPass(id: string): Promise<void> {
  const path = `/bookings/${encodeURIComponent(id)}/pass`;
  const reply = await request<PassView>({ method: 'GET', path, session: 'required' });
  if (reply.kind !== 'ok') return;
  const { bookings, passes, fetchedAtMs } = useBookings.getState();
  await keep({ bookings, passes: { ...passes, [id]: reply.data }, fetchedAtMs });
}

async function keep(kept: KeptBookings): Promise<void> {
  useBookings.setState({ ...kept, trouble: undefined });
  await copy.change(() => smaller(kept));
}

/** The newest copies, and of passes only theirs. */
function smaller({ bookings = [], passes, fetchedAtMs }: KeptBookings): KeptBookings {
  const newest = [...bookings].sort((one, other) => other.window.startsAt.localeCompare(one.window.startsAt));
  const kept = newest.slice(0, MOST_COPIES);
  const theirs = kept.flatMap(({ id }) => (passes[id] ? [[id, passes[id]] as const] : []));
  return { bookings: kept, passes: Object.fromEntries(theirs), fetchedAtMs };
}

/** Of how many bookings this phone has a copy. */
export async function keptBookings(): Promise<number> {
  return (await copy.read()).bookings?.length ?? 0;
}

/** Wipes this phone's copies; the bookings stay. `false`: the phone would not let go. */
export function forgetBookings(): Promise<boolean> {
  useBookings.setState(nothing);
  return copy.destroy();
}

whenSignedOut(forgetBookings);

function keptFrom(stored: unknown): KeptBookings {
  if (!isRecord(stored) || !Array.isArray(stored.bookings) || typeof stored.fetchedAtMs !== 'number') return nothing;
  const passes = Object.entries(isRecord(stored.passes) ? stored.passes : {}).filter(([, pass]) => isPass(pass));
  return {
    bookings: stored.bookings.filter(isBooking),
    // written by this app from the server's answer, and sealed since
    passes: Object.fromEntries(passes) as Passes,
    fetchedAtMs: stored.fetchedAtMs,
  };
}

function isBooking(stored: unknown): stored is BookingView {
  if (!isRecord(stored) || !isRecord(stored.site) || !isRecord(stored.window)) return false;
  const { id, number, kind, state, site, window, parties, acts, steps } = stored;
  return (
    [id, number, kind, state, site.name, window.startsAt].every((each) => textOf(each) !== undefined) &&
    [parties, acts, steps].every(Array.isArray)
  );
}

function isPass(stored: unknown): stored is PassView {
  return isRecord(stored) && [stored.token, stored.code].every((each) => textOf(each)) && Array.isArray(stored.bring);
}
