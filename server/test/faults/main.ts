import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { newSeed } from '../crash/crash';
import { deadBureaus } from './dead-bureaus';
import { deadDatabase } from './dead-database';
import { killedRelays } from './killed-relays';
import { lostCommits } from './lost-commits';
import { type FaultPart, type FaultRun, table } from './promises';
import { rollingStops } from './rolling-stops';
import { sagas } from './sagas';

/** `npm run faults`: every part breaks something, and a red end says which promise did not hold. */

const PARTS: Readonly<Record<string, { readonly run: FaultPart; readonly rps: number; readonly seconds: number }>> = {
  bureaus: { run: deadBureaus, rps: 50, seconds: 60 },
  relay: { run: killedRelays, rps: 0, seconds: 0 },
  database: { run: deadDatabase, rps: 50, seconds: 30 },
  stop: { run: rollingStops, rps: 200, seconds: 0 },
  commit: { run: lostCommits, rps: 0, seconds: 0 },
  sagas: { run: sagas, rps: 0, seconds: 0 },
};

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    seed: { type: 'string', default: String(newSeed()) },
    seconds: { type: 'string' },
    times: { type: 'string', default: '20' },
    rps: { type: 'string' },
    upstreams: { type: 'string' },
    ways: { type: 'string' },
    plant: { type: 'string' },
  },
});
const began = performance.now();
const say = (line: string) => process.stderr.write(`  ${Math.round((performance.now() - began) / 1000)} s: ${line}\n`);

async function main(): Promise<void> {
  const again = Object.entries(asked).map(([name, value]) => `--${name} ${value}`);
  process.stdout.write(`the same again: npm run faults -- ${again.join(' ')}\n`);
  for (const name of asked.only.split(',')) {
    const part = PARTS[name];
    if (!part) throw new Error(`no part "${name}"; there are ${Object.keys(PARTS).join(', ')}`);
    const run: FaultRun = {
      seed: Number(asked.seed),
      seconds: Number(asked.seconds ?? part.seconds),
      times: Number(asked.times),
      rps: Number(asked.rps ?? part.rps),
      ...(asked.upstreams === undefined ? {} : { upstreams: asked.upstreams.split(',') }),
      ...(asked.ways === undefined ? {} : { ways: asked.ways.split(',') }),
      ...(asked.plant === undefined ? {} : { plant: asked.plant }),
      say,
    };
    const promises = await part.run(run);
    process.stdout.write(`${table(name, promises)}\n`);
    if (promises.some(({ isKept }) => !isKept)) process.exitCode = 1;
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
