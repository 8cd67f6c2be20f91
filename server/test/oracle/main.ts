import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type OracleReport, oracle } from './oracle';

const { values: asked } = parseArgs({
  options: {
    samples: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    planted: { type: 'boolean', default: false },
  },
});
const seed = Number(asked.seed);
/** Enough to notice a reason that is told half a second after it was asked for, and not more. */
const PLANTED_SAMPLES = 40;

/** What an onlooker could learn by; none when there is nothing. Of three pairs, so that one in a hundred runs is red by chance. */
function broken({ apartPercent, p, answers, leftOut, samples }: OracleReport): readonly string[] {
  const pairs = Object.entries(p).filter(([, likely]) => likely * Object.keys(p).length <= 0.01);
  return [
    ...(answers.length === 1 ? [] : [`${answers.length} different answers: ${answers.join(' | ')}`]),
    ...(leftOut * 20 <= samples
      ? []
      : [`void: ${leftOut} tries without an answer of the bureau, on too busy a machine`]),
    ...(apartPercent <= 5 ? [] : [`medians ${apartPercent.toFixed(1)} % apart`]),
    ...pairs.map(([pair, likely]) => `${pair} take other times (p = ${likely.toExponential(1)})`),
  ];
}

function print(title: string, { samples, medians, apartPercent, p, answers }: OracleReport): void {
  const lines = [
    `${title}: ${samples} of each reason, ${answers.length} answer to the byte`,
    ...Object.entries(medians).map(
      ([reason, ms]) => `  median, ${reason}`.padEnd(36) + `${ms.toFixed(0)} ms`.padStart(10),
    ),
    '  medians apart, at most 5 %'.padEnd(36) + `${apartPercent.toFixed(1)} %`.padStart(10),
    ...Object.entries(p).map(([pair, likely]) => `  KS p, ${pair}`.padEnd(36) + likely.toFixed(3).padStart(10)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  process.stdout.write(`the same order again: npm run oracle -- --samples ${asked.samples} --seed ${seed}\n`);
  const planted = await oracle({ samples: PLANTED_SAMPLES, seed, planted: true });
  print('planted, one reason told sooner', planted);
  if (broken(planted).length === 0)
    throw new Error('a reason that is told sooner was not noticed: the rest says nothing');
  const report = await oracle({ samples: Number(asked.samples), seed, planted: asked.planted });
  print(asked.planted ? 'the server, with the fault' : 'the server', report);
  for (const line of broken(report)) process.stdout.write(`BROKEN: ${line}\n`);
  if (broken(report).length > 0) process.exitCode = 1;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
