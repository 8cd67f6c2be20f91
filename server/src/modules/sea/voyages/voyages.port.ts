import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { VOYAGE_STEPS, VoyageView } from '@jinmen/shared/services/sea-scattering/views';

export interface VoyageStep {
  readonly step: (typeof VOYAGE_STEPS)[number];
  readonly at: Date;
}

/** One sailing with its two pools: a place on it takes an urn and the seats of those who come along. */
export interface Voyage {
  /** Of the window of its urns: what a booking of it names. */
  readonly id: string;
  readonly urnsWindowId: string;
  readonly seatsWindowId: string;
  readonly vessel: string;
  readonly day: CivilDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly opensAt: Date;
  /** Until when it can be chosen, or a family change. */
  readonly closesAt: Date;
  readonly meeting: { readonly place: string; readonly at: Date };
  readonly timetable: readonly VoyageStep[];
  readonly state: 'open' | 'suspended' | 'sailed';
  /** Of `suspended`: in words families read. */
  readonly why?: string;
  /** Its figures are a demonstration: 示例. */
  readonly sample: boolean;
  readonly capacity: VoyageUnits;
  /** What anybody may still have, whether or not it can be chosen now; nothing of one that is suspended. */
  readonly left: VoyageUnits;
}

export interface VoyageUnits {
  readonly urns: number;
  readonly seats: number;
}

/** The voyages there are. */
export abstract class Voyages {
  /** By its id, which is also that of its window of urns. */
  abstract find(id: string): Promise<Voyage | undefined>;

  /** As a family with so many aboard sees it (one, where nobody is known): where it stands in words, and no number. */
  abstract view(voyage: Voyage, aboard?: number): Promise<VoyageView>;

  /** Both days included; the soonest first. */
  abstract between(from: CivilDate, to: CivilDate): Promise<readonly Voyage[]>;
}
