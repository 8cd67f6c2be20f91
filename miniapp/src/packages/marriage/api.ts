import type {
  BookingDayView,
  BookingView,
  ServiceKindView,
  ServiceView,
  SiteView,
  WindowView,
} from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { type SentOnce, sendOnce } from '../../platform/send-once';
import { putBooking } from '../../state/bookings';
import { type Look, usePublic } from '../../state/public-looks';

/** The code of the one service this package is about. */
export const MARRIAGE = 'marriage-registration';

/** What a page of this package hands to the next in its address. */
export interface Wanted {
  readonly kind: string;
  readonly site?: string | undefined;
  readonly day?: CivilDate | undefined;
  /** The booking whose time is being changed: the time found is taken to `marriageChange` instead of being held anew. */
  readonly change?: string | undefined;
}

const DISCREET = ['divorce-application', 'divorce-certificate', 'counselling'];

/** What was looked at for these is not left on the phone. */
const keepFor = (kind: string) => ({ keep: !DISCREET.includes(kind) });

export function useKinds(): Look<readonly ServiceKindView[]> {
  const { data, ...look } = usePublic<{ services: readonly ServiceView[] }>('/services');
  return { ...look, data: data?.services.find(({ code }) => code === MARRIAGE)?.kinds };
}

export function useSites(kind: string): Look<readonly SiteView[]> {
  const path = `/services/${MARRIAGE}/sites?kind=${encodeURIComponent(kind)}`;
  const { data, ...look } = usePublic<{ sites: readonly SiteView[] }>(path, keepFor(kind));
  return { ...look, data: data?.sites };
}

/** The days of one site, or of all together. At most 62. */
export function useDays(
  { kind, site }: Wanted,
  range: { readonly from: CivilDate; readonly to: CivilDate },
): Look<readonly BookingDayView[]> {
  const path = `/services/${MARRIAGE}/days?${query({ kind, site, ...range })}`;
  const { data, ...look } = usePublic<{ days: readonly BookingDayView[] }>(path, keepFor(kind));
  return { ...look, data: data?.days };
}

/** The times of one day at one site. */
export function useWindows({ kind, site, day }: Wanted): Look<readonly WindowView[]> {
  const path = site && day && `/services/${MARRIAGE}/windows?${query({ kind, site, from: day, to: day })}`;
  const { data, ...look } = usePublic<{ windows: readonly WindowView[] }>(path || undefined, keepFor(kind));
  return { ...look, data: data?.windows };
}

/** Keeps a time for whoever is signed in, once however often it is tapped. */
export async function holdWindow(
  windowId: string,
  kind: string,
  details: Readonly<Record<string, unknown>>,
): Promise<SentOnce<BookingView>> {
  const body = { service: MARRIAGE, kind, windowId, details };
  return keepAnswer(await sendOnce<BookingView>({ name: `booking-${windowId}`, path: '/bookings', body }));
}

/** Ten minutes more, once. */
export async function renewHold({ id, version }: BookingView): Promise<SentOnce<BookingView>> {
  const name = `booking-renewal-${id}-${version}`;
  return keepAnswer(await sendOnce<BookingView>({ name, path: `/bookings/${id}/renewal` }));
}

async function keepAnswer(sent: SentOnce<BookingView>): Promise<SentOnce<BookingView>> {
  if (sent.kind === 'sent') await putBooking(sent.data);
  return sent;
}

function query(parts: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}
