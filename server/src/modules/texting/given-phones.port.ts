/**
 * Whoever keeps telephone numbers that accounts left to be reached at knows them; a provider that extends it is found by
 * itself. They are opened to be compared or to be rung, and written down nowhere else.
 */
export abstract class GivenPhones {
  /**
   * Newest first, of what there still is: what was thrown away or written over is not remembered.
   * @param butAbout the ID number of somebody whose matters do not count: whoever helps writes the other's number there.
   */
  abstract of(accountId: string, butAbout?: string): Promise<readonly string[]>;
}
