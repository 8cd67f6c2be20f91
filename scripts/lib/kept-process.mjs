import { spawn } from 'node:child_process';
import { inRoot, ROOT } from './root.mjs';

/** What runs now; whatever ends this process ends them. */
const running = new Set();

/**
 * Starts a child that cannot outlive this process (see keeper.mjs) and is untouched by a Ctrl-C meant for us: we end it
 * in our own order. `exited` resolves to its exit code; `stop()` asks, waits `graceMs`, then insists, and sweeps what
 * the child started in its group. With `lives` it may be killed (`kill()` resolves when it is gone) and started again, also with other arguments.
 */
export function startKept(command, args, options = {}) {
  const { env = process.env, cwd = ROOT, output = 'inherit', graceMs = 5000, removeDirs = [], lives = false } = options;
  const order = JSON.stringify({ command, args, graceMs, removeDirs, lives });
  const keeper = spawn(process.execPath, [inRoot('scripts/lib/keeper.mjs'), order], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  const kept = {
    pid: keeper.pid,
    stdout: keeper.stdout,
    stderr: keeper.stderr,
    exited: new Promise((resolve) => {
      keeper.once('exit', (code) => {
        running.delete(kept);
        sweepGroup(keeper.pid);
        resolve(code ?? 1);
      });
    }),
    kill: () => {
      const killed = new Promise((resolve) => keeper.once('message', resolve));
      keeper.send('kill');
      return killed;
    },
    startAgain: (otherArgs) => keeper.send(otherArgs ? { args: otherArgs } : 'start'),
    stop: () => {
      if (running.has(kept)) keeper.kill('SIGTERM');
      return kept.exited;
    },
  };
  running.add(kept);
  return kept;
}

/** Ends every child that still runs; resolves when the last is gone. */
export function stopAll() {
  return Promise.all([...running].map((kept) => kept.stop()));
}

/**
 * Ends the children, runs `cleanUp`, then leaves with 130/143 when this process is told to end. Ctrl-C reaches us
 * directly or through npm, so a second signal within the clean-up changes nothing.
 */
export function stopAllOnSignal(cleanUp = () => {}) {
  let ending = false;
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, async () => {
      if (ending) return;
      ending = true;
      await stopAll();
      await cleanUp(signal);
      process.exit(code);
    });
  }
  followNpm();
}

/**
 * Under `npm run`, npm's death is ours: without this a killed npm would leave the whole tree running. The scripts of
 * package.json say `exec`, so that npm and not a shell is our parent and passes its signals on to us.
 */
function followNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

function sweepGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}
