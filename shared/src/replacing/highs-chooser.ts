import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { ChoiceAnswer, ChoiceLimit, ChoiceProgram, Chooser, PartAnswer, ProgramInParts } from './chooser';

/**
 * Exact: gains are whole numbers, so a bound within less than one of the answer proves it. The limit counts
 * steps of the search and not the time, which would give another answer on a slower machine; the time is for what
 * should never be.
 */
const OPTIONS = {
  output_flag: false,
  random_seed: 1,
  mip_rel_gap: 0,
  mip_abs_gap: 0.99,
  mip_detect_symmetry: false,
  mip_allow_restart: false,
  time_limit: 60,
};

/** Nodes of one search of so many choices; a larger one has fewer, for each of them costs more. */
const MOST_NODES = 500;
const OF_CHOICES = 1000;

/** Each answer begins where the last one ended, which is a few steps where a fresh one is thousands. */
const PARTS_OPTIONS = { output_flag: false, random_seed: 1, presolve: 'off', time_limit: 60 };
const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;

/** HiGHS as WebAssembly (docs/adr/0020). It holds up the thread it runs in. */
export async function highsChooser(): Promise<Chooser> {
  const highs = await loadHighs();
  return {
    choose: (program) => (program.gains.length === 0 ? { chosen: [], proven: true } : choose(highs, program)),
    inParts: (size, limits) => new HighsInParts(highs, size, limits),
  };
}

function choose(highs: Highs, program: ChoiceProgram): ChoiceAnswer {
  return highs.withModel(modelOf(highs, program), (model: Model) => {
    const nodes = Math.ceil(MOST_NODES * Math.min(1, OF_CHOICES / program.gains.length) ** 2);
    model.options.set({ ...OPTIONS, mip_max_nodes: nodes });
    model.changeColsIntegrality(
      { kind: 'range', from: 0, to: program.gains.length - 1 },
      program.gains.map(() => highs.constants.variableType.integer),
    );
    if (program.start) model.setSolution({ colValue: program.start.map(Number) });
    model.run();
    const proven = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const { colValue } = model.getSolution();
    return { chosen: program.gains.map((_gain, choice) => (colValue?.[choice] ?? 0) > 0.5), proven };
  });
}

class HighsInParts implements ProgramInParts {
  private readonly model: Model;
  private strategy = DUAL_SIMPLEX;

  constructor(
    private readonly highs: Highs,
    private readonly size: number,
    private readonly limits: readonly ChoiceLimit[],
  ) {
    this.model = highs.createModel(modelOf(highs, { gains: Array.from({ length: size }, () => 0), limits }));
    this.model.options.set(PARTS_OPTIONS);
  }

  limit({ choices, times, most, least }: ChoiceLimit): void {
    this.model.addRow(least ?? -this.highs.infinity, most, { indices: choices, values: times });
  }

  raise(limit: number, least: number): void {
    this.model.changeRowBounds(limit, least, this.limits[limit]?.most ?? this.highs.infinity);
  }

  close(choices: readonly number[]): void {
    for (const choice of choices) this.model.changeColBounds(choice, 0, 0);
  }

  best(gains: readonly number[]): PartAnswer | undefined {
    if (this.size === 0) return { most: 0, parts: [], lossOf: () => 0 };
    this.model.changeColsCost({ kind: 'range', from: 0, to: this.size - 1 }, gains);
    this.model.options.set({ simplex_strategy: this.strategy });
    this.model.run();
    if (this.model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return undefined;
    this.strategy = PRIMAL_SIMPLEX;
    const { colValue, colDual } = this.model.getSolution();
    const lossOf = (choice: number) => Math.max(0, -(colDual[choice] ?? 0));
    return { most: this.model.getObjectiveValue(), parts: colValue, lossOf };
  }

  dispose(): void {
    this.model.dispose();
  }
}

function modelOf({ infinity, constants }: Highs, { gains, limits }: ChoiceProgram): ModelData {
  const starts = [0];
  for (const { choices } of limits) starts.push((starts.at(-1) ?? 0) + choices.length);
  const size = { numRows: limits.length, numCols: gains.length };
  const indices = limits.flatMap(({ choices }) => [...choices]);
  return {
    ...size,
    sense: constants.objectiveSense.maximize,
    colCost: gains,
    colLower: gains.map(() => 0),
    colUpper: gains.map(() => 1),
    rowLower: limits.map(({ least }) => least ?? -infinity),
    rowUpper: limits.map(({ most }) => most),
    matrix: { ...size, format: 'csr', starts, indices, values: limits.flatMap(({ times }) => [...times]) },
  };
}
