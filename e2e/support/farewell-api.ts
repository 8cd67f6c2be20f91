import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { NoticeView } from '@jinmen/shared/residents/views';
import type { FarewellView, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import type { House } from './booking-api';
import type { ResidentApi } from './resident-api';

export async function voyagesOf({ origin }: Pick<House, 'origin'>): Promise<readonly VoyageView[]> {
  const { voyages } = (await (await fetch(`${origin}/api/v1/voyages`)).json()) as { voyages: readonly VoyageView[] };
  return voyages;
}

/** A family that signed up, with as little said as it takes. */
export async function signUp(who: ResidentApi, deceased: string, aboard: number): Promise<FarewellView> {
  const { id, version } = await who.get<FarewellView>('POST', '/farewells', {}, randomUUID());
  const contents = {
    ...{ deceased: { name: deceased, died: '2026-10-01' }, company: { aboard, ashore: 0, named: [] } },
    contact: { phone: '13800005678', wantsCalls: false },
  };
  await who.get('PATCH', `/farewells/${id}`, { version, ...contents });
  return who.get('POST', `/farewells/${id}/sign-up`, {}, randomUUID());
}

/** A voyage taken and said yes to. */
export async function takeVoyage(who: ResidentApi, { id: farewell }: FarewellView, windowId: string) {
  const wish = { service: 'sea-scattering', kind: 'voyage', windowId, details: { farewell } };
  const { id } = await who.get<BookingView>('POST', '/bookings', wish, randomUUID());
  return who.get<BookingView>('POST', `/bookings/${id}/confirmation`, {}, randomUUID());
}

export async function messagesOf(who: ResidentApi): Promise<readonly NoticeView[]> {
  const { items } = await who.get<{ items: readonly NoticeView[] }>('GET', '/notices?limit=50');
  return items;
}
