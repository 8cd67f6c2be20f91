import { addDays } from '@jinmen/shared/kernel/civil-date';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { today } from '../../platform/clock';
import { type Look, usePublic } from '../../state/public-looks';

export const { code: SEA } = seaScattering;

/** Half a year: further ahead no voyage is opened. */
const DAYS_AHEAD = 183;

/** The voyages ahead, also those that cannot be chosen: a family sees that its day is known. */
export function useVoyages(): Look<readonly VoyageView[]> {
  const from = today();
  const { data, ...look } = usePublic<{ voyages: readonly VoyageView[] }>(
    `/voyages?from=${from}&to=${addDays(from, DAYS_AHEAD)}`,
  );
  return { ...look, data: data?.voyages };
}

export function useVoyage(id: string | undefined): Look<VoyageView> {
  return usePublic<VoyageView>(id && `/voyages/${encodeURIComponent(id)}`);
}
