import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Voyage, VoyageStep, VoyageUnits } from './voyages.port';

export interface NewVoyage {
  readonly vessel: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly meeting: Voyage['meeting'];
  readonly timetable: readonly VoyageStep[];
  readonly capacity: VoyageUnits;
  readonly sample?: true;
}

/** What is absent stays. Where to meet and the timetable change only while nobody has a place: families were told. */
export interface VoyageChange {
  readonly capacity?: Partial<VoyageUnits>;
  readonly meeting?: Voyage['meeting'];
  readonly timetable?: readonly VoyageStep[];
}

/** Who has a place on a voyage, counted. */
export interface VoyageTouched {
  /** Places families have, or that are kept for one. */
  readonly families: number;
  readonly urns: number;
  readonly seats: number;
}

export type StaffVoyage = Voyage & { readonly taken: VoyageUnits; readonly families: number };

/** Whoever looks after the voyages: staff, or the bureau that runs them. */
export interface VoyageActor {
  readonly kind: 'staff' | 'bureau';
  readonly id: string;
}

/** Voyages for the people who run them. Every act is audited, with its reason. */
export abstract class VoyagesDesk {
  /** The soonest first. */
  abstract list(from: CivilDate, to: CivilDate): Promise<readonly StaffVoyage[]>;

  /** @throws Problem 400 `voyage.times` when its times contradict each other; 409 `voyage.already` when it is there. */
  abstract open(voyage: NewVoyage, by: VoyageActor, reason: string): Promise<Voyage>;

  /** @throws Problem 404; 409 `voyage.has-families`, `voyage.below-taken`, `voyage.not-now` */
  abstract change(id: string, change: VoyageChange, by: VoyageActor, reason: string): Promise<Voyage>;

  /** Whom it would concern if it did not sail. @throws Problem 404 */
  abstract touched(id: string): Promise<VoyageTouched>;

  /**
   * It does not sail: nobody can choose it any more, and whoever has a place on it keeps their booking without one. Once
   * more does nothing. Joins a transaction that is open. How many lost their place.
   * @param why in words families read
   * @throws Problem 404; 409 `voyage.not-now` for one that has sailed
   */
  abstract suspend(id: string, why: string, by: VoyageActor, reason: string): Promise<number>;

  /** It sails after all. Whoever lost their place is not moved back by this. @throws Problem 404; 409 `voyage.not-now` */
  abstract resume(id: string, by: VoyageActor, reason: string): Promise<Voyage>;

  /** It has sailed. @throws Problem 404; 409 `voyage.not-now` */
  abstract sailed(id: string, by: VoyageActor, reason: string): Promise<Voyage>;
}
