import { fork } from 'node:child_process';
import { inRoot } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';

/** A mutant that makes a spec run for ever has been noticed. */
const LIMIT_MS = 10 * 60_000;

/**
 * One process in which jest runs as often as it is asked to: what takes longest in a spec is to load the packages.
 * `outcome` tells `{passed, first, why, seconds}`: the first test that failed, if one did.
 */
export function startJest({ cwd, env }) {
  const child = fork(inRoot('scripts/mutants/jest-worker.cjs'), { cwd, env, silent: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-20_000);
    });
  return {
    async outcome({ args, tests }) {
      said = '';
      const began = performance.now();
      const told = await answerOf(child, [...args, '--ci', '--runInBand', '--testNamePattern', namePattern(tests)]);
      const seconds = Math.round((performance.now() - began) / 1000);
      if (told.passed === 0 && !told.first) throw new Stop(`${args.at(-1)} ran no test: ${told.failed ?? ''}\n${said}`);
      return { ...told, seconds };
    },
    end: () => child.kill('SIGKILL'),
  };
}

function answerOf(child, args) {
  return new Promise((resolve) => {
    const tell = (told) => {
      clearTimeout(limit);
      child.off('message', tell).off('exit', left);
      resolve(told);
    };
    const left = (code) => tell({ passed: 0, first: 'the process ended', why: `with code ${code}` });
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      tell({ passed: 0, first: 'it never ends', why: `not within ${LIMIT_MS / 60_000} minutes` });
    }, LIMIT_MS);
    child.on('message', tell).on('exit', left);
    child.send(args);
  });
}

function namePattern(tests) {
  return tests.map((title) => (title === '.' ? title : title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('|');
}
