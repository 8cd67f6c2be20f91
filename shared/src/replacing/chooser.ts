/** The sum over some choices, each taken so many times, stays at or below `most` and, where it says so, at or above `least`. */
export interface ChoiceLimit {
  readonly choices: readonly number[];
  readonly times: readonly number[];
  readonly most: number;
  readonly least?: number;
}

/** Many questions of yes or no at once: which yeses keep every limit and gain most. Whole numbers only. */
export interface ChoiceProgram {
  readonly gains: readonly number[];
  readonly limits: readonly ChoiceLimit[];
  /** An answer that keeps every limit: what is found is never worse. */
  readonly start?: readonly boolean[];
}

export interface ChoiceAnswer {
  /** All no when nothing was found. */
  readonly chosen: readonly boolean[];
  /** Nothing better exists; otherwise the search ended at its limit. */
  readonly proven: boolean;
}

/** The same when a choice may be taken in part: quickly known, and no whole answer gains more. */
export interface PartAnswer {
  readonly most: number;
  readonly parts: ArrayLike<number>;
  /** By how much less is gained at best when this one is taken whole. */
  lossOf(choice: number): number;
}

/** One program asked about again and again while it grows narrower. Choices of it are at most taken whole by its own limits. */
export interface ProgramInParts {
  limit(limit: ChoiceLimit): void;
  /** Another least of one of the limits it began with. */
  raise(limit: number, least: number): void;
  /** Never taken from here on. */
  close(choices: readonly number[]): void;
  /** `undefined` when it is not known. */
  best(gains: readonly number[]): PartAnswer | undefined;
  dispose(): void;
}

/** A solver library behind two words (docs/adr/0020). The same questions in the same order always get the same answers. */
export interface Chooser {
  choose(program: ChoiceProgram): ChoiceAnswer;
  inParts(size: number, limits: readonly ChoiceLimit[]): ProgramInParts;
}

export function gainOf({ gains }: Pick<ChoiceProgram, 'gains'>, chosen: readonly boolean[]): number {
  return gains.reduce((sum, gain, at) => (chosen[at] ? sum + gain : sum), 0);
}

export function keepsLimits({ limits }: Pick<ChoiceProgram, 'limits'>, chosen: readonly boolean[]): boolean {
  return limits.every(({ choices, times, most, least }) => {
    const sum = choices.reduce((all, choice, at) => (chosen[choice] ? all + (times[at] ?? 0) : all), 0);
    return sum <= most && (least === undefined || sum >= least);
  });
}

/** What is left to ask when some choices are decided, and which choices it asks about. */
export interface Narrowed {
  readonly program: ChoiceProgram;
  readonly choices: readonly number[];
}

/** @returns `undefined` when the decided ones break a limit by themselves */
export function narrowed(
  { gains, limits, start }: ChoiceProgram,
  decided: readonly (boolean | undefined)[],
): Narrowed | undefined {
  const choices = [...gains.keys()].filter((choice) => decided[choice] === undefined);
  const at = new Map(choices.map((choice, index) => [choice, index]));
  const rest: ChoiceLimit[] = [];
  for (const limit of limits) {
    const left = narrowedLimit(limit, decided, at);
    if (left.choices.length > 0) rest.push(left);
    else if (left.most < 0 || (left.least ?? 0) > 0) return undefined;
  }
  const asked = { gains: choices.map((choice) => gains[choice] ?? 0), limits: rest };
  return { choices, program: start ? { ...asked, start: choices.map((choice) => start[choice] === true) } : asked };
}

function narrowedLimit(
  { choices, times, most, least }: ChoiceLimit,
  decided: readonly (boolean | undefined)[],
  at: ReadonlyMap<number, number>,
): ChoiceLimit {
  const [kept, counts]: [number[], number[]] = [[], []];
  let taken = 0;
  for (const [index, choice] of choices.entries()) {
    const here = at.get(choice);
    if (here !== undefined) {
      kept.push(here);
      counts.push(times[index] ?? 0);
    } else if (decided[choice]) taken += times[index] ?? 0;
  }
  return { choices: kept, times: counts, most: most - taken, ...(least !== undefined && { least: least - taken }) };
}
