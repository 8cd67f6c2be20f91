import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startKept, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { runSuite } from './lib/run-suite.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const TYPE_CHECKED = ['miniapp', 'server', 'e2e', 'shared', 'scripts'];
const UNIT_SUITES = ['shared', 'server-unit', 'miniapp', 'architecture'];

/** Two at a time: the machines this runs on have two cores. */
const AT_ONCE = 2;

/** `npm run check`: format, lint, types, architecture and unit tests; what to run before every commit. */
await runCommand(async () => {
  await setUp();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jmc-'));
  const cleanUp = () => rmSync(folder, { recursive: true, force: true });
  stopAllOnSignal(cleanUp);
  try {
    const failed = await runAll(steps(folder));
    if (failed.length > 0) throw new Stop(`Failed: ${failed.join(', ')}. What each said stands above.`);
    console.log('\nEverything holds.');
  } finally {
    cleanUp();
  }
});

/** The slowest first, so that two cores end together. */
function steps(folder) {
  return [
    ...TYPE_CHECKED.map(typeStep),
    ...UNIT_SUITES.map((name) => suiteStep(name, folder)),
    programStep('format and lint', [inRoot('node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']),
    programStep('house rules', [inRoot('scripts/house-rules.mjs')]),
  ];
}

function typeStep(workspace) {
  const info = inRoot('.cache', `types-${workspace}.tsbuildinfo`);
  return programStep(`types of ${workspace}`, [
    inRoot('node_modules/typescript/bin/tsc'),
    '-p',
    workspace,
    '--incremental',
    '--tsBuildInfoFile',
    info,
  ]);
}

function programStep(name, args) {
  return {
    name,
    run: async () => {
      const child = startKept(process.execPath, args, { output: 'pipe' });
      const text = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => text.push(chunk));
      const code = await child.exited;
      return { ok: code === 0, text: Buffer.concat(text).toString('utf8'), detail: '' };
    },
  };
}

function suiteStep(name, folder) {
  return {
    name: `tests of ${name}`,
    run: async () => {
      const { passed, failed, why, text } = await runSuite(name, { env: process.env, folder, output: 'pipe' });
      return { ok: failed === 0, text: `${text}${why ? `\n${name}: ${why}` : ''}`, detail: `${passed} passed` };
    },
  };
}

async function runAll(all) {
  const waiting = [...all];
  const failed = [];
  async function worker() {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const began = performance.now();
      const { ok, text, detail } = await step.run();
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${ok ? 'ok    ' : 'FAILED'}  ${step.name}  ${[`${seconds} s`, detail].filter(Boolean).join(', ')}`);
      if (ok) continue;
      failed.push(step.name);
      console.log(text.trimEnd());
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed;
}
