import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves true once the address answers 200; false when `givenUp()` turns true or the time is over. `onWait(seconds)`
 * is called every ten seconds, so that nobody stares at silence.
 */
export async function answers200(url, { timeoutMs, givenUp = () => false, onWait = () => {} }) {
  const began = performance.now();
  let told = 0;
  while (performance.now() - began < timeoutMs) {
    if (givenUp()) return false;
    if ((await statusOf(url)) === 200) return true;
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (seconds >= told + 10) {
      told = seconds;
      onWait(seconds);
    }
    await sleep(100);
  }
  return false;
}

function statusOf(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { timeout: 2000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(undefined));
  });
}
