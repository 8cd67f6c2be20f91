import {
  type ChoiceAnswer,
  type ChoiceLimit,
  type ChoiceProgram,
  type Chooser,
  gainOf,
  keepsLimits,
  narrowed,
  type PartAnswer,
  type ProgramInParts,
} from './chooser';

/** How far sums of parts may be from what they are. */
const ROUNDING = 1e-3;
const HARDLY = 1e-6;
/** So many of those that are sure of their choice are asked again when the others alone find no answer. */
const ASKED_AGAIN = [0, 100];
/** Choices asked about whole, in all searches of one plan together; the slowest crowd of 600 seen took fifteen seconds. */
const MOST_STEPS = 40_000;

/** What one plan may spend. Counted and not timed: the same on every machine. */
export class Steps {
  private left = MOST_STEPS;

  /** @returns whether there were so many left */
  take(count: number): boolean {
    if (count > this.left) return false;
    this.left -= count;
    return true;
  }
}

/** How far to go: know whether there can be better; look near the answer in parts; prove it, while there are steps. */
export type Effort = 'bound' | 'near' | 'whole';

/**
 * Finds better answers, in three ways of growing cost: in parts, which tells the most there can be; whole for those few
 * that the answer in parts takes in parts, while the rest stays as it is there; and whole for all.
 */
export class ChoiceSearch {
  private readonly inParts: ProgramInParts;
  private readonly chooser: Chooser;
  private readonly steps: Steps;

  constructor(
    /** The choices of each, at most one of which is taken. */
    private readonly groups: readonly (readonly number[])[],
    size: number,
    { limits, chooser, steps }: { limits: readonly ChoiceLimit[]; chooser: Chooser; steps: Steps },
  ) {
    this.chooser = chooser;
    this.steps = steps;
    this.inParts = chooser.inParts(size, limits);
  }

  limit(limit: ChoiceLimit): void {
    this.inParts.limit(limit);
  }

  raise(limit: number, least: number): void {
    this.inParts.raise(limit, least);
  }

  close(choices: readonly number[]): void {
    this.inParts.close(choices);
  }

  dispose(): void {
    this.inParts.dispose();
  }

  /** @returns the start or better; proven = there is no better */
  better(
    program: ChoiceProgram & { readonly start: readonly boolean[] },
    closed: ReadonlySet<number>,
    effort: Effort,
  ): ChoiceAnswer {
    const { gains } = program;
    const known = this.inParts.best(gains);
    const most = known && Math.floor(known.most + ROUNDING);
    let chosen = program.start;
    if (known && most !== undefined && effort !== 'bound') {
      for (const again of ASKED_AGAIN) {
        if (gainOf(program, chosen) >= most) return { chosen, proven: true };
        const found = this.near(program, known, closed, again);
        if (found && gainOf(program, found) > gainOf(program, chosen)) chosen = found;
      }
    }
    if (most !== undefined && gainOf(program, chosen) >= most) return { chosen, proven: true };
    return effort === 'whole' ? this.whole({ ...program, start: chosen }, known, closed) : { chosen, proven: false };
  }

  private near(
    program: ChoiceProgram,
    { parts }: PartAnswer,
    closed: ReadonlySet<number>,
    again: number,
  ): readonly boolean[] | undefined {
    const decided: (boolean | undefined)[] = program.gains.map((_gain, choice) => (parts[choice] ?? 0) > 0.5);
    const every = again === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(this.groups.length / again));
    for (const [at, choices] of this.groups.entries()) {
      const isSplit = choices.some((choice) => isPart(parts[choice] ?? 0));
      if (!isSplit && at % every !== 0) continue;
      for (const choice of choices) decided[choice] = closed.has(choice) ? false : undefined;
    }
    return this.asked(program, decided)?.chosen;
  }

  private whole(
    program: ChoiceProgram & { readonly start: readonly boolean[] },
    known: PartAnswer | undefined,
    closed: ReadonlySet<number>,
  ): ChoiceAnswer {
    const { gains, start } = program;
    const slack = known ? known.most - gainOf(program, start) - 1 + ROUNDING : Number.POSITIVE_INFINITY;
    const decided = gains.map((_gain, choice) => {
      const isOut = closed.has(choice) || (known?.lossOf(choice) ?? 0) > slack;
      return isOut && !start[choice] ? false : undefined;
    });
    return this.asked(program, decided, start) ?? { chosen: start, proven: false };
  }

  private asked(
    program: ChoiceProgram,
    decided: readonly (boolean | undefined)[],
    start?: readonly boolean[],
  ): ChoiceAnswer | undefined {
    if (!this.steps.take(decided.filter((each) => each === undefined).length)) return undefined;
    const { gains, limits } = program;
    const small = narrowed({ gains, limits, ...(start && { start }) }, decided);
    if (!small) return undefined;
    const { chosen: found, proven } = this.chooser.choose(small.program);
    const chosen = decided.map((each) => each === true);
    for (const [at, choice] of small.choices.entries()) chosen[choice] = found[at] === true;
    if (!keepsLimits(program, chosen)) return undefined;
    return { chosen, proven };
  }
}

function isPart(part: number): boolean {
  return part > HARDLY && part < 1 - HARDLY;
}
