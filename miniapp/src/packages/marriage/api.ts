import type {
  BookingDayView,
  BookingView,
  ServiceKindView,
  ServiceView,
  SiteView,
  WindowView,
} from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { MarriageKind } from '@jinmen/shared/services/marriage-registration/kinds';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import type { Patience } from '../../platform/patience';
import { type SentOnce, sendOnce } from '../../platform/send-once';
import { putBooking } from '../../state/bookings';
import { type Look, usePublic } from '../../state/public-looks';
import { type Wanted } from './wanted';

/** The code of the one service this package is about. */
export const { code: MARRIAGE } = marriageRegistration;

const DISCREET: readonly MarriageKind[] = ['divorce-application', 'divorce-certificate', 'counselling'];

/** What was looked at for these is not left on the phone. */
const keepFor = (kind: MarriageKind) => ({ keep: !DISCREET.includes(kind) });

/** What the registries do, as the server has it; before it answered, as this release knows it. */
export function useKinds(): readonly ServiceKindView[] {
  const { data } = usePublic<{ services: readonly ServiceView[] }>('/services');
  return data?.services.find(({ code }) => code === MARRIAGE)?.kinds ?? marriageRegistration.kinds;
}

export function useSites(kind: MarriageKind): Look<readonly SiteView[]> {
  const { data, ...look } = usePublic<{ sites: readonly SiteView[] }>(
    `/services/${MARRIAGE}/sites?${query({ kind })}`,
    keepFor(kind),
  );
  return { ...look, data: data?.sites };
}

/** The days of one site, or of all together. At most 62. What makes a day liked is said to who marries alone. */
export function useDays(
  { kind, site }: Wanted,
  range: { readonly from: CivilDate; readonly to: CivilDate },
): Look<readonly BookingDayView[]> {
  const path = `/services/${MARRIAGE}/days?${query({ site, kind, ...range })}`;
  const { data, ...look } = usePublic<{ days: readonly BookingDayView[] }>(path, keepFor(kind));
  return { ...look, data: kind === 'marriage' ? data?.days : data?.days.map(uncheered) };
}

/** The server marks such a day for every kind; to a couple that parts, or to a lost certificate, it is nothing. */
function uncheered({ hot: _, ...day }: BookingDayView): BookingDayView {
  return day;
}

/** The times of one day, of one site or of all. */
export function useWindows({ kind, site, day }: Wanted): Look<readonly WindowView[]> {
  const path = day && `/services/${MARRIAGE}/windows?${query({ site, kind, from: day, to: day })}`;
  // Those of all sites together are many, and of this moment only.
  const { data, ...look } = usePublic<{ windows: readonly WindowView[] }>(path, {
    keep: site !== undefined && keepFor(kind).keep,
  });
  return { ...look, data: data?.windows };
}

/** The one wish to have this time, however often it is tapped. */
export function holdName(windowId: string): string {
  return `booking-${windowId}`;
}

/** Keeps a time for whoever is signed in, once however often it is tapped. */
export async function holdWindow(
  windowId: string,
  kind: MarriageKind,
  details: Readonly<Record<string, unknown>>,
  patience: Patience,
): Promise<SentOnce<BookingView>> {
  const body = { service: MARRIAGE, kind, windowId, details };
  const intention = { name: holdName(windowId), path: '/bookings', body, saysFirst: true } as const;
  const sent = await sendOnce<BookingView>(intention, patience);
  if (sent.kind === 'sent') await putBooking(sent.data);
  return sent;
}

function query(parts: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}
