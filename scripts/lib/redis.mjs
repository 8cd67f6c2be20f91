import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startKept } from './kept-process.mjs';
import { freePort } from './ports.mjs';
import { Stop } from './stop.mjs';
import { findProgram, installPackages, mayInstall } from './system-packages.mjs';

/** Redis' own fork is as good: what we ask of it is older than both. */
const PROGRAMS = ['redis-server', 'valkey-server'];

/** Where the program is, which is installed from the system's packages where that may be. Debian starts no service of it in a container. */
export function redisProgram() {
  if (!findProgram(...PROGRAMS) && mayInstall()) installPackages(['redis-server']);
  const program = findProgram(...PROGRAMS);
  if (program) return program;
  throw new Stop(
    [
      'The tests need a Redis, and none was found. Do one of these, then run the command again:',
      '  Debian, Ubuntu   sudo apt-get update && sudo apt-get install -y redis-server',
      '  Fedora           sudo dnf install -y valkey',
      '  macOS            brew install redis',
    ].join('\n'),
  );
}

/** A throw-away one on a free port, in memory alone. `{url, kill(), startAgain(), stop()}`: a killed one has forgotten everything. */
export async function throwAwayRedis() {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const kept = startKept(redisProgram(), options, { output: 'ignore', lives: true });
  await untilReady(port);
  const startAgain = () => {
    kept.startAgain();
    return untilReady(port);
  };
  return { url: `redis://127.0.0.1:${port}`, kill: kept.kill, startAgain, stop: kept.stop };
}

async function untilReady(port) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(port)) return;
    await sleep(50);
  }
  throw new Stop(`The throw-away Redis on port ${port} was not ready within ten seconds.`);
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (ready) => {
      socket.destroy();
      resolve(ready);
    };
    socket.once('data', (bytes) => end(bytes.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
  });
}
