/** The sum over some choices, each taken so many times, stays at or below `most`. */
export interface ChoiceLimit {
  readonly choices: readonly number[];
  readonly times: readonly number[];
  readonly most: number;
}

/** Many questions of yes or no at once: which yeses keep every limit and gain most. Whole numbers only. */
export interface ChoiceProgram {
  readonly gains: readonly number[];
  readonly limits: readonly ChoiceLimit[];
  /** An answer that keeps every limit: what is found is never worse. */
  readonly start: readonly boolean[];
}

export interface ChoiceAnswer {
  readonly chosen: readonly boolean[];
  /** Nothing better exists; otherwise the search ended at its limit. */
  readonly proven: boolean;
}

/** A solver library behind one word (docs/adr/0020). The same program always gets the same answer. */
export type Chooser = (program: ChoiceProgram) => ChoiceAnswer;

export function gainOf({ gains }: Pick<ChoiceProgram, 'gains'>, chosen: readonly boolean[]): number {
  return gains.reduce((sum, gain, at) => (chosen[at] ? sum + gain : sum), 0);
}

export function keepsLimits({ limits }: Pick<ChoiceProgram, 'limits'>, chosen: readonly boolean[]): boolean {
  return limits.every(
    ({ choices, times, most }) =>
      choices.reduce((sum, choice, at) => (chosen[choice] ? sum + (times[at] ?? 0) : sum), 0) <= most,
  );
}
