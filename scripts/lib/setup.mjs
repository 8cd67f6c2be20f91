import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { inRoot, ROOT } from './root.mjs';
import { Stop } from './stop.mjs';

const STAMP = inRoot('node_modules', '.setup-stamp');

/**
 * Installs the dependencies when the lockfile or the Node.js version changed since the last time; else costs nothing.
 * pnpm comes through `npx` in the exact version of package.json, so nothing global is needed or touched.
 */
export async function setUp() {
  if (isSetUp()) return;
  await withLock(inRoot('.cache', 'setup.lock'), install, {
    onWait: () => console.log('Another command is installing the dependencies; waiting for it.'),
  });
}

function isSetUp() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === currentStamp();
}

function install() {
  if (isSetUp()) return;
  const stamp = currentStamp();
  console.log('Installing dependencies (one to three minutes the first time).');
  const result = spawnSync('npx', ['-y', packageManager(), 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: cleanEnv(process.env),
  });
  if (result.status !== 0) {
    const why = result.error ? ` (${result.error.message})` : '';
    throw new Stop(
      `The dependencies could not be installed${why}; the lines above say why. ` +
        'Most often the package registry cannot be reached: check `npm ping`, then run the command again.',
    );
  }
  writeFileSync(STAMP, stamp);
}

function currentStamp() {
  return createHash('sha256')
    .update(readFileSync(inRoot('pnpm-lock.yaml')))
    .update(readFileSync(inRoot('pnpm-workspace.yaml')))
    .update(process.version)
    .digest('hex');
}

function packageManager() {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager;
}

/** npm hands its scripts dozens of npm_* variables that pnpm would take for its own settings; keep where to download. */
export function cleanEnv(env) {
  const foreign = /^npm_(config_(?!registry$|https?_proxy$|proxy$|noproxy$|cafile$)|lifecycle|package|command)/i;
  const kept = Object.entries(env).filter(([name]) => !foreign.test(name));
  // Without CI pnpm asks before it replaces node_modules, and fails where nobody can answer.
  return { ...Object.fromEntries(kept), CI: 'true' };
}
