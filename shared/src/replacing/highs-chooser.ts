import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { ChoiceAnswer, ChoiceProgram, Chooser } from './chooser';

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
  mip_max_nodes: 500,
  time_limit: 60,
};

/** HiGHS as WebAssembly (docs/adr/0020). It holds up the thread it runs in. */
export async function highsChooser(): Promise<Chooser> {
  const highs = await loadHighs();
  return (program) => (program.gains.length === 0 ? { chosen: [], proven: true } : choose(highs, program));
}

function choose(highs: Highs, program: ChoiceProgram): ChoiceAnswer {
  return highs.withModel(modelOf(highs, program), (model: Model) => {
    model.options.set(OPTIONS);
    model.setSolution({ colValue: program.start.map(Number) });
    model.run();
    const proven = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const { colValue } = model.getSolution();
    return { chosen: program.gains.map((_gain, choice) => (colValue?.[choice] ?? 0) > 0.5), proven };
  });
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
    rowLower: limits.map(() => -infinity),
    rowUpper: limits.map(({ most }) => most),
    integrality: gains.map(() => constants.variableType.integer),
    matrix: { ...size, format: 'csr', starts, indices, values: limits.flatMap(({ times }) => [...times]) },
  };
}
