/** A year's holiday notice with where it is from. */
export interface LoadedNotice {
  readonly year: string;
  readonly off: readonly string[];
  readonly work: readonly string[];
  readonly document: string;
  /** It came with the release, and nobody has loaded another. */
  readonly released: boolean;
}

/** Times as the people at `/staff` look after them. */
export abstract class ReliefClocks {
  /**
   * A word about all that is late of a case, which the resident reads. Audited.
   * @throws Problem 404 for a case of another office, or one of which nothing is late
   */
  abstract answer(
    caseId: string,
    staff: { readonly id: string; readonly offices: readonly string[] | 'all' },
    word: string,
  ): Promise<void>;

  abstract notices(): Promise<readonly LoadedNotice[]>;

  /** Open cases are reckoned anew by it. Audited. @throws Problem 400 `calendar.unreadable` */
  abstract load(
    year: string,
    notice: Pick<LoadedNotice, 'off' | 'work' | 'document'>,
    by: string,
    reason: string,
  ): Promise<void>;
}
