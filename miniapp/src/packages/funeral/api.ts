import type { BookingView } from '@jinmen/shared/bookings/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import type { FarewellView, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { today } from '../../platform/clock';
import { request } from '../../platform/http';
import { type SentOnce, sendOnce } from '../../platform/send-once';
import { putBooking } from '../../state/bookings';
import { type Look, usePublic } from '../../state/public-looks';
import { dropFarewell, openFarewell, pathOf, takeFarewell } from './draft/session';

export const { code: SEA } = seaScattering;

/** Half a year: further ahead no voyage is opened. */
const DAYS_AHEAD = 183;

/**
 * The voyages ahead, also those that cannot be chosen: a family sees that its day is known.
 * @param aboard how many of the family come aboard: each voyage is judged by what they need. Nothing while it is not known.
 */
export function useVoyages(aboard: number | undefined): Look<readonly VoyageView[]> {
  const from = today();
  const days = `/voyages?from=${from}&to=${addDays(from, DAYS_AHEAD)}`;
  const { data, ...look } = usePublic<{ voyages: readonly VoyageView[] }>(
    aboard === undefined ? undefined : `${days}${ofSo(aboard, '&')}`,
  );
  return { ...look, data: data?.voyages };
}

export function useVoyage(id: string | undefined, aboard = 1): Look<VoyageView> {
  return usePublic<VoyageView>(id && `/voyages/${encodeURIComponent(id)}${ofSo(aboard, '?')}`);
}

/** One is what the server takes where nothing is said. */
function ofSo(aboard: number, joint: string): string {
  return aboard === 1 ? '' : `${joint}aboard=${aboard}`;
}

/** A farewell of their own, with nothing in it yet; once however often it is tapped. */
export async function beginFarewell(): Promise<SentOnce<FarewellView>> {
  const sent = await sendOnce<FarewellView>({ name: 'farewell-new', path: '/farewells', body: {} });
  if (sent.kind === 'sent') takeFarewell(sent.data);
  return sent;
}

export interface FarewellDeed {
  /** Below `/farewells/:id`. */
  readonly to: string;
  readonly body?: object;
  readonly method?: 'DELETE';
}

/** Something done with a farewell; the same on the same version is the same intention, also after a cut. */
export async function actOnFarewell(
  { id, version }: Pick<FarewellView, 'id' | 'version'>,
  { to, body = {}, method }: FarewellDeed,
): Promise<SentOnce<FarewellView>> {
  const name = ['farewell', to, id, version].join('-');
  const how = method === undefined ? { body } : { method };
  const sent = await sendOnce<FarewellView>({ name, path: `${pathOf(id)}/${to}`, ...how });
  if (sent.kind === 'sent') takeFarewell(sent.data);
  return sent;
}

/** For good, before it was signed up. Gone already, from another phone or by a tap before this one, it is just as gone. */
export async function throwFarewellAway(id: string): Promise<SentOnce<undefined>> {
  const name = `farewell-throw-away-${id}`;
  const sent = await sendOnce<undefined>({ name, path: pathOf(id), method: 'DELETE' });
  const isGone = sent.kind === 'sent' || (sent.kind === 'problem' && sent.status === 404);
  if (!isGone) return sent;
  await dropFarewell(id);
  return { kind: 'sent', data: undefined };
}

/** What one of the family thinks of the plan; saying it again takes the place of what was said before. */
export async function sayMine(
  { id }: Pick<FarewellView, 'id'>,
  body: { readonly state: 'agrees' | 'differs'; readonly words?: string },
): Promise<SentOnce<FarewellView>> {
  const path = `${pathOf(id)}/view-of-mine`;
  const reply = await request<FarewellView>({ method: 'PUT', path, body, session: 'required' });
  if (reply.kind === 'ok') {
    takeFarewell(reply.data);
    return { kind: 'sent', data: reply.data };
  }
  return reply.kind === 'offline' || reply.kind === 'not-modified' ? { kind: 'kept', perhapsSent: false } : reply;
}

/** 先放一放, so that nobody calls while a place is kept. Without a network it is left open just the same: a person calls. */
export async function leaveForNow(booking: string): Promise<void> {
  await request({ method: 'POST', path: `/bookings/${encodeURIComponent(booking)}/later`, session: 'required' });
}

/**
 * Keeps a place on a voyage for a family.
 * @param evenThen they said the day was impossible, and now that it is not.
 */
export async function holdPlace(farewell: string, windowId: string, evenThen: boolean): Promise<SentOnce<BookingView>> {
  const details = { farewell, ...(evenThen && { evenThen }) };
  const body = { service: SEA, kind: 'voyage', windowId, details };
  const name = `sea-${farewell}-${windowId}`;
  return withFarewell(farewell, await sendOnce<BookingView>({ name, path: '/bookings', body, saysFirst: true }));
}

export interface PlaceDeed {
  readonly to?: 'renewal' | 'confirmation';
  readonly method?: 'DELETE';
}

/** Something done with the place of a family; what the family reads next is of after it. */
export async function actOnPlace(
  farewell: string,
  { id, version }: Pick<BookingView, 'id' | 'version'>,
  { to, method }: PlaceDeed,
): Promise<SentOnce<BookingView>> {
  const sent = await sendOnce<BookingView>({
    name: ['sea', to ?? method, id, version].join('-'),
    path: `/bookings/${encodeURIComponent(id)}${to ? `/${to}` : ''}`,
    ...(method && { method }),
    ...(to && { body: {} }),
  });
  return withFarewell(farewell, sent);
}

async function withFarewell(farewell: string, sent: SentOnce<BookingView>): Promise<SentOnce<BookingView>> {
  // giving a place back answers with nothing
  if (sent.kind === 'sent' && sent.data !== undefined) await putBooking(sent.data);
  if (sent.kind === 'sent' || sent.kind === 'problem') await openFarewell(farewell);
  return sent;
}
