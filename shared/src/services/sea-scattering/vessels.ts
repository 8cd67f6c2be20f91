import type { SiteView } from '../../bookings/views';

/** What is counted on a voyage: its urns, and the seats of those who come along. */
export const SEA_POOLS = { urns: 'urns', seats: 'seats' } as const;

/** 国宾9号 sailed from 2021 to 2025 (docs/policy-facts.md D.1, T46, T48); what sails now is the organiser's to say. */
export const USUAL_VESSEL = { id: 'guobin-9', name: '国宾9号' } as const;

/** Vessels as places where something is booked. A voyage carries the name of its own. */
export const seaVessels: readonly SiteView[] = [
  { ...USUAL_VESSEL, sort: 'vessel', kinds: ['voyage'] },
  { id: 'another-vessel', name: '另派的船', sort: 'vessel', kinds: ['voyage'] },
];

export function vesselSite(name: string): string {
  return name === USUAL_VESSEL.name ? USUAL_VESSEL.id : 'another-vessel';
}
