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
}
