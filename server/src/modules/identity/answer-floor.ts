import { setTimeout as pause } from 'node:timers/promises';

/** A no is never told sooner, so that how long it took says nothing about why. */
const FLOOR_MS = 600;
const JITTER_MS = 200;

/** @param began `performance.now()` when the bureau was asked. */
export async function untilFloor(began: number): Promise<void> {
  const left = FLOOR_MS + Math.random() * JITTER_MS - (performance.now() - began);
  if (left > 0) await pause(left);
}
