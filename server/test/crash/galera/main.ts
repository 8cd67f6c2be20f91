import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import type { TestDatabase } from '../../database';
import { type CrashReport, crash, newSeed } from '../crash';
import { MUST_BE_NONE } from '../promises';
import { tableOf } from './galera-table';
import { nodeHarms } from './node-harms';
import { ThreeNodes } from './three-nodes';

/** `npm run galera`: three nodes and three servers, killed under a crowd; a red end when a promise is broken. */

const { values: asked } = parseArgs({
  options: {
    /** `one`: every server writes to the node they agree on, as in production. `three`: each server to its own. */
    writers: { type: 'string', default: 'one' },
    servers: { type: 'string', default: '4' },
    writer: { type: 'string', default: '5' },
    other: { type: 'string', default: '4' },
    frozen: { type: 'string', default: '2' },
    'two-of-three': { type: 'string', default: '1' },
    all: { type: 'string', default: '1' },
    phones: { type: 'string', default: '48' },
    /** What every node is told of `wsrep_sync_wait`. */
    'sync-wait': { type: 'string', default: '0' },
    /** A fault of test/crash/plants, to see that a run can be red. */
    plant: { type: 'string', default: 'none' },
    seed: { type: 'string', default: String(newSeed()) },
  },
});
const PLANTS: Readonly<Record<string, string>> = {
  'early-answer': './test/crash/plants/early-answer.ts',
  'lost-update': './test/crash/plants/lost-update.ts',
};
const began = performance.now();
const say = (line: string) => process.stderr.write(`  ${Math.round((performance.now() - began) / 1000)} s: ${line}\n`);

async function databaseOn(nodes: ThreeNodes): Promise<TestDatabase> {
  const [first = ''] = nodes.urls;
  const connection = await createConnection(first);
  await connection.query('CREATE DATABASE jinmen');
  await connection.end();
  const hosts = nodes.urls.map((url) => new URL(url).host);
  const databaseUrl = asked.writers === 'one' ? `mysql://root@${hosts.join(',')}/jinmen` : `${first}/jinmen`;
  const dataDir = mkdtempSync(join(tmpdir(), 'jinmen-galera-'));
  const remove = async () => rmSync(dataDir, { recursive: true, force: true });
  return { dialect: 'mysql', config: { databaseUrl, dataDir }, remove };
}

async function run(): Promise<CrashReport> {
  const nodes = await ThreeNodes.start([`--wsrep-sync-wait=${asked['sync-wait']}`]);
  say(`three nodes: ${nodes.urls.join(' ')}`);
  const database = await databaseOn(nodes);
  const phones = Number(asked.phones);
  const preload = PLANTS[asked.plant];
  const own = (at: number) => ({ DATABASE_URL: `${nodes.urls[at % nodes.urls.length]}/jinmen` });
  try {
    return await crash({
      database,
      servers: 3,
      serverKills: Number(asked.servers),
      harms: nodeHarms(nodes, {
        writer: Number(asked.writer),
        other: Number(asked.other),
        frozen: Number(asked.frozen),
        twoOfThree: Number(asked['two-of-three']),
        all: Number(asked.all),
      }),
      phones: { booking: Math.ceil((phones * 2) / 3), handingIn: Math.floor(phones / 3) },
      seed: Number(asked.seed),
      say,
      ...(asked.writers === 'three' ? { toldTo: own } : {}),
      ...(preload === undefined ? {} : { preload }),
    });
  } finally {
    await database.remove();
    await nodes.stop();
  }
}

async function main(): Promise<void> {
  const again = Object.entries(asked).map(([name, value]) => `--${name} ${value}`);
  process.stdout.write(`the same kills and choices again: npm run galera -- ${again.join(' ')}\n`);
  const report = await run();
  process.stdout.write(`${tableOf(report, `writers on ${asked.writers}`)}\n`);
  for (const [name, of] of Object.entries(MUST_BE_NONE)) {
    for (const line of of(report).slice(0, 10)) process.stdout.write(`${name}: ${line}\n`);
    if (of(report).length > 0) process.exitCode = 1;
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
