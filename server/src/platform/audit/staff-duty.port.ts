import type { StaffRole } from '../auth/current';

/** In which post somebody at a desk acts: written beside what they did, because their session is forgotten a day later. */
export interface Duty {
  readonly role: StaffRole;
  readonly offices: readonly string[];
}

export abstract class StaffDuty {
  /** None of somebody who is not signed in, e.g. at a shell. */
  abstract dutyOf(staffId: string): Promise<Duty | undefined>;

  /**
   * Of one session; none once it has ended. Inside a transaction, as it is now; it ends for nobody before the transaction
   * does.
   */
  abstract dutyIn(sessionId: string): Promise<Duty | undefined>;

  /** Who they are outside their office, as places in the blind index of ID numbers; none when the bureau did not say. */
  abstract marksOf(staffId: string): Promise<readonly IdMark[]>;

  /**
   * When they last showed their code again in the session they have now. Inside a transaction; whoever else asks this of
   * the same colleague waits until it ends, so that what counts towards a limit of theirs is counted one after the other.
   */
  abstract shownAgainAt(staffId: string): Promise<Date | undefined>;
}

/** One place in the blind index: under which key, and the digest in hexadecimal. */
export interface IdMark {
  readonly keyId: number;
  readonly digest: string;
}
