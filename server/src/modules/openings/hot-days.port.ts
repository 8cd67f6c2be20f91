import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

export const HOT_DAY_OFFERS = ['counselling', 'ceremony'] as const;
export type HotDayOffer = (typeof HOT_DAY_OFFERS)[number];

/** A day many want, as staff prepared it. */
export interface HotDay {
  readonly day: CivilDate;
  readonly name: string;
  /** How many times the usual capacity, in percent; 100 changes nothing. */
  readonly capacityPercent: number;
  /** How long the second person has; as always when absent. */
  readonly partnerHours?: number;
  readonly offers: readonly HotDayOffer[];
}

/** The days staff prepared. */
export abstract class HotDays {
  /** Without waiting: what another process was told counts here within half a minute. */
  abstract find(service: string, day: CivilDate): HotDay | undefined;

  abstract of(service: string): Promise<readonly HotDay[]>;

  /** Audited. */
  abstract put(service: string, day: HotDay, by: string, reason: string): Promise<void>;

  /** It is a day like any other again. Audited. `false` when it was none. */
  abstract remove(service: string, day: CivilDate, by: string, reason: string): Promise<boolean>;
}
