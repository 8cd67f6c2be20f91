import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { type House, knownResident } from './booking-api';
import { signUp, takeVoyage, voyagesOf } from './farewell-api';
import type { ResidentApi } from './resident-api';
import { until } from './until';

/** Signs the same mother up before the resident does. */
const SISTER = '女儿-替母亲办';
const MOTHER = '示老娘';

/** One of each: nothing chosen, kept, agreed, and the same one as another family's. */
export async function makeFarewells(house: House, resident: ResidentApi) {
  const sister = await knownResident(house, SISTER);
  const theirs = await signUp(sister, MOTHER, 1);
  const { token } = await sister.get<{ token: string }>(
    'POST',
    `/farewells/${theirs.id}/invitations`,
    {},
    randomUUID(),
  );
  const waiting = await signUp(resident, '示老海', 2);
  const voyage = await until('an open voyage', async () =>
    (await voyagesOf(house)).find(({ state }) => state === 'open'),
  );
  const placed = await signUp(resident, '示老山', 2);
  await takeVoyage(resident, placed, voyage.id);
  const kept = await signUp(resident, '示老河', 1);
  const wish = { service: 'sea-scattering', kind: 'voyage', windowId: voyage.id, details: { farewell: kept.id } };
  await resident.get<BookingView>('POST', '/bookings', wish, randomUUID());
  const found = await sameMother(resident);
  return {
    voyage: voyage.id,
    join: token,
    farewell: { found, waiting: waiting.id, kept: kept.id, placed: placed.id },
  };
}

/** Another of the family was first: what was typed stays a draft that leads to them. */
async function sameMother(who: ResidentApi): Promise<string> {
  const { id, version } = await who.get<FarewellView>('POST', '/farewells', {}, randomUUID());
  const [deceased, contact] = [
    { name: MOTHER, died: '2026-10-01' },
    { phone: '13800005678', wantsCalls: false },
  ];
  await who.get('PATCH', `/farewells/${id}`, { version, deceased, contact });
  await who.ask('POST', `/farewells/${id}/sign-up`, {}, randomUUID());
  return id;
}
