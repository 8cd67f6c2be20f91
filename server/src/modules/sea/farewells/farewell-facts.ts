import type { FactName } from '@jinmen/shared/facts/facts';
import type { FarewellContent } from '@jinmen/shared/services/sea-scattering/content';

/**
 * What relief may take over of what a family typed here (`shared/src/facts/farewell-facts.ts`). Where somebody was cremated
 * is not asked here, but that they were not yet; nothing is made up for what is unsaid.
 */
export function factsFrom({ deceased, ashes }: FarewellContent) {
  const { hukouInTianjin, cremated } = deceased;
  return {
    'burial.way': 'sea',
    ...(hukouInTianjin !== undefined && { 'deceased.hukouOutsideTianjin': !hukouInTianjin }),
    ...(cremated !== undefined && { 'deceased.cremationDay': cremated }),
    ...(ashes.place === 'not-cremated-yet' && { 'deceased.cremationPlace': 'not-yet' }),
  } as const satisfies Partial<Record<FactName, string | boolean>>;
}
