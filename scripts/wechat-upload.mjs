import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gateProblems } from './gates/gates.mjs';
import { buildStale } from './lib/build.mjs';
import { stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot, ROOT } from './lib/root.mjs';
import { cleanEnv, setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { release } from './wechat-release/release.mjs';

const OWN = inRoot('scripts/wechat-release');

/** `npm run wechat:upload` and `npm run wechat:preview`: see docs/operations.md; every setting is in the environment. */
await runCommand(async ([action]) => {
  stopAllOnSignal();
  const at = {
    changed,
    build: async () => {
      await setUp();
      await buildStale(['weapp']);
    },
    gates: (known) => gateProblems(inRoot('miniapp/dist/weapp'), known),
    client,
  };
  await release(action, process.env, at, (line) => console.log(line));
});

/** Files that are not as in the last commit, the untracked among them. */
function changed() {
  const { status, stdout, stderr } = spawnSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`Nothing was sent. git could not say what is committed: ${stderr.trim()}`);
  return stdout.split('\n').filter(Boolean);
}

/**
 * miniprogram-ci and its thousand packages, installed now because only a release needs them: exactly those of the lockfile
 * beside, and without running a script of theirs, for the key that uploads lies on this machine.
 */
function client() {
  const stamp = inRoot('scripts/wechat-release/node_modules/.lock-stamp');
  const lock = readFileSync(inRoot('scripts/wechat-release/package-lock.json'), 'utf8');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status } = spawnSync('npm', args, {
      cwd: OWN,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: cleanEnv(process.env),
    });
    if (status !== 0)
      throw new Stop('Nothing was sent. miniprogram-ci could not be installed; the lines above say why.');
    writeFileSync(stamp, lock);
  }
  return createRequire(inRoot('scripts/wechat-release/package.json'))('miniprogram-ci');
}
