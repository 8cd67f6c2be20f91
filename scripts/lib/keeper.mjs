/**
 * Stands between a command and one long-running child, as the leader of their process group. It ends the child when it
 * is told to, and also when the command itself dies without a word (`kill -9`, a closed terminal): the IPC channel to
 * the command closes then. Directories named by the command are removed after the child's end.
 *
 * Started by kept-process.mjs only: `node keeper.mjs '{"command","args","graceMs","removeDirs"}'`.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const { command, args, graceMs, removeDirs } = JSON.parse(process.argv[2]);
const child = spawn(command, args, { stdio: 'inherit' });
let ending = false;

function end() {
  if (ending) return;
  ending = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
}

function leave(code) {
  for (const dir of removeDirs) rmSync(dir, { recursive: true, force: true });
  // Nobody is left to sweep the group, so the keeper takes its last members along.
  if (!process.connected) process.kill(-process.pid, 'SIGKILL');
  process.exit(code);
}

child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  leave(127);
});
child.on('exit', (code, signal) => leave(code ?? (signal === 'SIGTERM' && ending ? 0 : 1)));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
process.on('disconnect', end);
