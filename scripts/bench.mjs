import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** What each name runs; loaded only when asked for, because some need a build. `cold-start` takes minutes. */
const BENCHMARKS = {
  engine: async () => (await bundled('engine')).engineBenchmarks(),
  'rules-engine': async () => (await bundled('rules-engine')).rulesEngineBenchmarks(),
  questions: async () => (await bundled('questions')).questionStatistics(),
  http: async () => (await import('./bench/http.mjs')).httpBenchmarks(),
  outbox: async () => (await import('./bench/outbox.mjs')).outboxDelay(),
  submission: async () => (await import('./bench/submission.mjs')).submissionBenchmark(),
  audit_verify: async () => (await import('./bench/audit-verify.mjs')).auditVerify(),
  rush_drain: async () => (await import('./bench/rush.mjs')).rushDrain(),
  soldout: async () => (await import('./bench/rush.mjs')).soldOut(),
  fairness: async () => (await import('./bench/rush-fairness.mjs')).fairness(),
  guard_cost: async () => (await import('./bench/guard-cost.mjs')).guardCost(),
  growth: async () => (await import('./bench/rush-growth.mjs')).growth(),
  hot_slot: async () => (await import('./bench/hot-slot.mjs')).hotSlot(),
  replacing: async () => (await bundled('replacing')).replacingBenchmarks(),
  shedding: async () => (await import('./bench/shedding.mjs')).shedding(),
  windows_read: async () => (await import('./bench/windows-read.mjs')).windowsRead(),
  'weapp-bytes': async () => (await import('./bench/weapp-bytes.mjs')).weappBytes(),
  'weapp-journeys': async () => (await import('./bench/weapp-journeys.mjs')).weappJourneys(),
  'warm-start': async () => (await import('./bench/startup.mjs')).warmStart(),
  'cold-start': async () => (await import('./bench/startup.mjs')).coldStart(),
};
const ONLY_WHEN_ASKED = ['cold-start', 'shedding'];

/** `npm run bench -- [name…] [--json]`: ratios measured in one run; with `--json` one line a benchmark. */
await runCommand(async (args) => {
  const asJson = args.includes('--json');
  const names = args.filter((arg) => arg !== '--json');
  const unknown = names.find((name) => !(name in BENCHMARKS));
  if (unknown) throw new Stop(`There is no benchmark "${unknown}"; choose from ${Object.keys(BENCHMARKS).join(', ')}.`);
  // Progress must not stand between the lines of --json.
  if (asJson) console.log = console.error;
  stopAllOnSignal();
  await setUp();
  const chosen = names.length > 0 ? names : Object.keys(BENCHMARKS).filter((name) => !ONLY_WHEN_ASKED.includes(name));
  try {
    for (const name of chosen) {
      for (const result of await BENCHMARKS[name]()) {
        process.stdout.write(asJson ? `${JSON.stringify(rounded(result))}\n` : `${line(rounded(result))}\n`);
      }
    }
  } finally {
    await stopAll();
  }
});

async function bundled(name) {
  const { loadTypeScript } = await import('./lib/bundled.mjs');
  return loadTypeScript(`bench/${name}.ts`, { external: ['json-rules-engine', 'highs'] });
}

function rounded(result) {
  const key = 'ratio' in result ? 'ratio' : 'value';
  return { ...result, [key]: Number(result[key].toPrecision(result[key] >= 1000 ? 7 : 3)) };
}

function line({ name, ratio, value, unit, aim, rounds }) {
  const goal = aim === null ? '' : `  (aim ${aim})`;
  return `${name.padEnd(28)} ${String(ratio ?? value).padStart(10)}  ${unit}${goal}  rounds ${rounds}`;
}
