import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileServer } from './compile-server.mjs';
import { contentHash, listFiles } from './content-hash.mjs';
import { startKept } from './kept-process.mjs';
import { withLock } from './lock.mjs';
import { inRoot } from './root.mjs';
import { Stop } from './stop.mjs';

/** Where the built mini-program finds the BFF; H5 asks the server it came from. */
export const WEAPP_API_BASE = process.env.TARO_APP_API_BASE || 'http://127.0.0.1:3000';

const PHONE_INPUTS = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/types',
  'miniapp/babel.config.js',
  'miniapp/package.json',
  'miniapp/project.config.json',
  'shared/src',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];

const TARGETS = {
  server: {
    inputs: ['server/src', 'server/.swcrc', 'shared/src', 'pnpm-lock.yaml', 'scripts/lib/compile-server.mjs'],
    output: 'server/dist/main.js',
    build: async () => compileServer(),
  },
  /** For development and tests: with the page that signs in as a made-up person. */
  h5: {
    inputs: PHONE_INPUTS,
    output: 'miniapp/dist/h5/index.html',
    build: () => buildPhone('h5', { TARO_APP_SIM_SIGN_IN: 'true' }),
  },
  'h5-production': {
    inputs: PHONE_INPUTS,
    output: 'miniapp/dist/h5-production/index.html',
    build: () => buildPhone('h5', { TARO_APP_SIM_SIGN_IN: 'false', TARO_APP_OUTPUT: 'h5-production' }),
  },
  weapp: {
    inputs: PHONE_INPUTS,
    extra: WEAPP_API_BASE,
    output: 'miniapp/dist/weapp/app.json',
    build: () => buildPhone('weapp', { TARO_APP_API_BASE: WEAPP_API_BASE }),
  },
};

export const TARGET_NAMES = Object.keys(TARGETS);

/** Builds each target whose inputs changed since its last good build, in the order given. Throws a `Stop` on failure. */
export async function buildStale(names) {
  for (const name of names) {
    if (isFresh(name)) continue;
    await withLock(inRoot('.cache', `build-${name}.lock`), () => build(name), {
      onWait: () => console.log(`Another command is building ${name}; waiting for it.`),
    });
  }
}

async function build(name) {
  const hash = hashOf(name);
  if (isFresh(name, hash)) return;
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  console.log(`Building ${name} …`);
  const ticker = setInterval(() => console.log(`  still building ${name}: ${seconds()} s`), 15_000);
  rmSync(stampOf(name), { force: true });
  try {
    await TARGETS[name].build();
  } finally {
    clearInterval(ticker);
  }
  if (!existsSync(inRoot(TARGETS[name].output))) {
    throw new Stop(`The ${name} build ended without an error but wrote no ${TARGETS[name].output}.`);
  }
  mkdirSync(path.dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), hash);
  console.log(`  ${name} is built (${seconds()} s).`);
}

function isFresh(name, hash = hashOf(name)) {
  const stamp = stampOf(name);
  return existsSync(inRoot(TARGETS[name].output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function hashOf(name) {
  const { inputs, extra = '' } = TARGETS[name];
  const files = listFiles(inputs, (file) => !/\.(spec|int-spec)\.tsx?$|\.md$/.test(file));
  return contentHash(files, extra);
}

const stampOf = (name) => inRoot('.cache', `build-${name}.stamp`);

/** Taro prints hundreds of lines; they are shown only when it fails. */
async function buildPhone(type, env) {
  const taro = startKept(
    process.execPath,
    [inRoot('miniapp/node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type],
    {
      cwd: inRoot('miniapp'),
      env: { ...process.env, NODE_ENV: 'production', ...env },
      output: 'pipe',
    },
  );
  const lines = [];
  for (const stream of [taro.stdout, taro.stderr]) stream.on('data', (chunk) => lines.push(chunk));
  const code = await taro.exited;
  const text = Buffer.concat(lines).toString('utf8');
  // Taro has ended with 0 after a failed compilation.
  if (code !== 0 || /Module build failed|ERROR in |Compiled with .* error|编译失败/.test(text)) {
    throw new Stop(`${text.slice(-6000)}\nThe ${type} build failed; the lines above say where.`);
  }
}
