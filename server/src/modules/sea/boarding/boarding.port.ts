import type { SeaRelative } from '@jinmen/shared/services/sea-scattering/views';

/**
 * What came of something the vessel desk told: `already` and `done` are both taken as told. `other-day`: it cannot have been
 * on the day of their voyage, and nothing was changed.
 */
export type BoardingOutcome = 'done' | 'already' | 'unknown' | 'other-day';

/** What the vessel reported of one urn. */
export interface ScatteredReport {
  /** Of the booking. */
  readonly number: string;
  readonly at: Date;
  /** WGS-84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly vessel: string;
}

/** What was told of another day. */
export interface AsideReport {
  readonly kind: 'boarded' | 'scattered';
  /** Of the booking. */
  readonly number: string;
  readonly pass?: string;
  readonly at: Date;
}

/** One who may come aboard, or stand with us ashore, as the desk has to know them before it is without a network. */
export interface BoardingPass {
  /** `JM-7KQ2M9-2`: the booking, and which of the family it is. */
  readonly pass: string;
  readonly where: SeaRelative['where'];
  /** None while nobody was named. */
  readonly relative?: SeaRelative;
  readonly boardedAt?: Date;
}

/** Who comes to the vessel, for the bureau that runs it. */
export abstract class Boarding {
  /**
   * Each pass that is good now, in the order of their numbers; none for 代撒. The ones that are not among them are no
   * longer good, whatever a scanner says of their seal.
   */
  abstract passesOf(bookingId: string): Promise<readonly BoardingPass[]>;

  /**
   * The desk let somebody aboard. Without `pass` it is everybody of the family who goes aboard. Told hours late it counts all the
   * same; told twice it is told once. Inside a transaction.
   */
  abstract boarded(number: string, pass: string | undefined, at: Date): Promise<BoardingOutcome>;

  /** The urn was given to the sea: the certificate is there from now on. The first report stands. Inside a transaction. */
  abstract scattered(report: ScatteredReport): Promise<BoardingOutcome>;

  /** A report for another day: a person asks the vessel what was meant. Inside a transaction. */
  abstract keepAside(report: AsideReport): Promise<void>;
}
