import type { Calendar, YearNotice } from '@jinmen/shared/calendar/working-days';

/** A year's holiday notice with where it is from. */
export interface LoadedNotice {
  readonly year: string;
  readonly off: readonly string[];
  readonly work: readonly string[];
  readonly document: string;
  /** It came with the release, and nobody has loaded another. */
  readonly released: boolean;
}

/** The working days this city knows of: those of the release, and what operators loaded since (J23). */
export abstract class Holidays {
  abstract calendar(): Promise<Calendar>;

  /** Grows with every notice that is loaded. */
  abstract version(): Promise<number>;

  abstract notices(): Promise<readonly LoadedNotice[]>;

  /**
   * From now on everything counts by it; what was reckoned before is reckoned anew by whoever keeps it. Audited.
   * @throws Problem 400 `calendar.unreadable` naming everything that is wrong.
   */
  abstract load(year: string, notice: YearNotice & { document: string }, by: string, reason: string): Promise<void>;
}
