import { randomUUID } from 'node:crypto';
import type { BookingView, NewInvitationView, PassView, WindowView } from '@jinmen/shared/bookings/views';
import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { ResidentApi } from './resident-api';
import { until } from './until';

const SERVICE = 'marriage-registration';
/** Of the plan for demonstrations: what stands open at once is far enough ahead for any cut-off. */
const AHEAD_DAYS = { from: 2, to: 20 };

/** Who books over HTTP what a screen need not show. */
export interface House {
  readonly origin: string;
  readonly simulators: string;
}

export async function knownResident(house: House, name: string): Promise<ResidentApi> {
  const resident = await ResidentApi.signIn(house, name);
  await resident.becomeKnown();
  return resident;
}

/** The open times of a site's first day that has at least so many, some days ahead: two, unless it is to be later. */
export async function openDay(
  house: House,
  wanted: { readonly kind: string; readonly site: string; readonly least: number; readonly from?: number },
): Promise<readonly WindowView[]> {
  const { kind, site, least, from = AHEAD_DAYS.from } = wanted;
  const today = dayInShanghai(Date.now());
  const range = `from=${addDays(today, from)}&to=${addDays(today, AHEAD_DAYS.to)}`;
  const url = `${house.origin}/api/v1/services/${SERVICE}/windows?kind=${kind}&site=${site}&${range}`;
  return until(`${least} open times at ${site}`, async () => {
    const { windows } = (await (await fetch(url)).json()) as { windows: readonly WindowView[] };
    const open = windows.filter(({ state }) => state === 'open');
    const days = [...new Set(open.map(({ day }) => day))].sort();
    return days.map((day) => open.filter((each) => each.day === day)).find((times) => times.length >= least);
  });
}

/** A time kept for them, with nothing said yet. */
export function holdTime(who: ResidentApi, kind: string, { id }: WindowView): Promise<BookingView> {
  const body = { service: SERVICE, kind, windowId: id, details: { bothMainland: true } };
  return who.get('POST', '/bookings', body, randomUUID());
}

/** Both have said yes. */
export async function bookTogether(
  he: ResidentApi,
  she: ResidentApi,
  kind: string,
  window: WindowView,
): Promise<BookingView> {
  const { id } = await holdTime(he, kind, window);
  const details = { bothMainland: true };
  await he.get('POST', `/bookings/${id}/confirmation`, { details, partnerWay: 'own-phone' }, randomUUID());
  const { token } = await he.get<NewInvitationView>('POST', `/bookings/${id}/invitations`, {}, randomUUID());
  return she.get('POST', `/invitations/${token}/confirmation`, { agree: true }, randomUUID());
}

export function passOf(who: ResidentApi, { id }: BookingView): Promise<PassView> {
  return who.get('GET', `/bookings/${id}/pass`);
}
