/**
 * Stands between a command and one long-running child, as the leader of their process group. It ends the child when it
 * is told to, and also when the command itself dies without a word (`kill -9`, a closed terminal): the IPC channel to
 * the command closes then. Directories named by the command are removed after the child's end. A child with several
 * `lives` is killed at `kill` and started again at `start` (or at `{args}`, with others); between its lives the keeper waits.
 *
 * Started by kept-process.mjs only: `node keeper.mjs '{"command","args","graceMs","removeDirs","lives"}'`.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const { command, args: firstArgs, graceMs, removeDirs, lives } = JSON.parse(process.argv[2]);
let args = firstArgs;
let child;
let ending = false;

function start() {
  child = spawn(command, args, { stdio: 'inherit' });
  child.on('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`);
    leave(127);
  });
  child.on('exit', (code, signal) => {
    child = undefined;
    if (lives && !ending && signal === 'SIGKILL') process.send('killed');
    else leave(code ?? (signal === 'SIGTERM' && ending ? 0 : 1));
  });
}

function end() {
  if (ending) return;
  ending = true;
  if (!child) return leave(0);
  child.kill('SIGTERM');
  setTimeout(() => child?.kill('SIGKILL'), graceMs).unref();
}

function leave(code) {
  for (const dir of removeDirs) rmSync(dir, { recursive: true, force: true });
  // Nobody is left to sweep the group, so the keeper takes its last members along.
  if (!process.connected) process.kill(-process.pid, 'SIGKILL');
  process.exit(code);
}

start();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
process.on('disconnect', end);
if (lives) process.on('message', obey);

function obey(order) {
  if (order === 'kill') return child?.kill('SIGKILL');
  args = order.args ?? args;
  return child || ending || start();
}
