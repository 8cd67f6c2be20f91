import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Long past what a take-over can last: whoever began one has died in it. */
const TAKE_OVER_MS = 5000;

/**
 * Runs `work` while no other process of this repository holds the lock `file`. Waits for a living holder; a file left
 * by a dead process is taken over.
 */
export async function withLock(file, work, { onWait = () => {} } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!tryTake(file)) {
    if (!told) onWait();
    told = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

let attempt = 0;

function tryTake(file) {
  attempt += 1;
  const own = `${file}.${process.pid}.${attempt}`;
  writeFileSync(own, String(process.pid));
  try {
    // Unlike create-then-write, the file appears together with its content.
    if (claim(own, file)) return true;
    if (holderIsDead(file)) takeOver(own, file);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** One at a time, and judged again inside: else a second taker would remove the first one's fresh lock. */
function takeOver(own, file) {
  const door = `${file}.take-over`;
  if (claim(own, door)) {
    if (holderIsDead(file)) rmSync(file, { force: true });
    rmSync(door, { force: true });
  } else if (ageMs(door) > TAKE_OVER_MS) {
    rmSync(door, { force: true });
  }
}

function claim(own, file) {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function holderIsDead(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function ageMs(file) {
  try {
    return Date.now() - statSync(file).ctimeMs;
  } catch {
    return 0;
  }
}
