/** The programmes of one bureau, each under the code the bureau has for it. */
export interface ItemWords {
  /** @throws RangeError for a programme the bureau does not take. */
  codeOf(programme: string): string;
  /** By the bureau's code. */
  readonly programmes: Readonly<Record<string, string>>;
}
