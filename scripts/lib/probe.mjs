import { setTimeout as sleep } from 'node:timers/promises';

/** Longer, and whoever waits on a phone has given up. */
const PATIENCE_MS = 5000;
/** A step that failed is asked once more: one lost packet is no outage. */
const AGAIN_AFTER_MS = 1000;
const DAY_MS = 86_400_000;
const TIANJIN_MS = 8 * 3_600_000;
/** 99.9 % of a month (R18 of our promises: 43 minutes of thirty days). */
export const PROMISED = 0.999;

/**
 * What a resident does before they sign in, and so what can be asked each minute without a trace of anybody: the page, the
 * figures of the self-check, the times of a wedding day, the voyages. Each says what a good answer holds.
 */
const STEPS = [
  { name: 'page', path: () => '/', good: (text) => text.includes('<title>津门民政</title>') },
  { name: 'self-check', path: () => '/api/v1/standards', good: (text) => JSON.parse(text).standards.length > 0 },
  {
    name: 'wedding-times',
    path: (today) => `/api/v1/services/marriage-registration/windows?from=${today}&to=${today}`,
    good: (text) => Array.isArray(JSON.parse(text).windows),
  },
  { name: 'voyages', path: () => '/api/v1/voyages', good: (text) => Array.isArray(JSON.parse(text).voyages) },
];

/** The day and month it is in Tianjin, `2026-11-27`. */
export function dayInTianjin(ms) {
  return new Date(ms + TIANJIN_MS).toISOString().slice(0, 10);
}

/**
 * Asks `origin` as a resident's phone would, each step twice at most.
 * @returns one line of the file: when (UTC), how long each step took in ms, and why those failed that did.
 */
export async function probe(
  origin,
  { nowMs = Date.now, patienceMs = PATIENCE_MS, againAfterMs = AGAIN_AFTER_MS } = {},
) {
  const at = nowMs();
  const line = { at: new Date(at).toISOString(), ms: {}, failed: {} };
  for (const step of STEPS) {
    const began = performance.now();
    const ask = () => why(new URL(step.path(dayInTianjin(at)), origin), step, patienceMs);
    let failed = await ask();
    if (failed !== undefined) {
      await sleep(againAfterMs);
      failed = await ask();
    }
    if (failed === undefined) line.ms[step.name] = Math.round(performance.now() - began);
    else line.failed[step.name] = failed;
  }
  return line;
}

/** Why the answer is no good; nothing when it is. */
async function why(url, { good }, patienceMs) {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const text = await reply.text();
    if (reply.status !== 200) return `status ${reply.status}`;
    return good(text) ? undefined : 'another answer';
  } catch (error) {
    if (error.name === 'TimeoutError') return `no answer in ${patienceMs} ms`;
    return error instanceof SyntaxError ? 'another answer' : (error.cause?.code ?? error.name);
  }
}

/**
 * What the probes of one month say, `2026-11` in Tianjin: a minute counts as down when any probe in it failed at any step,
 * and as unseen when there was none. The budget is what 99.9 % leaves of the whole month, in minutes.
 */
export function monthOf(lines, month, nowMs) {
  const began = Date.parse(`${month}-01T00:00:00Z`) - TIANJIN_MS;
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const minutes = new Map();
  const downAt = {};
  for (const { at, failed } of lines) {
    if (!dayInTianjin(Date.parse(at)).startsWith(month)) continue;
    const minute = Math.floor(Date.parse(at) / 60_000);
    const isDown = Object.keys(failed).length > 0;
    minutes.set(minute, isDown || minutes.get(minute) === true);
    for (const name of Object.keys(failed)) downAt[name] = (downAt[name] ?? 0) + 1;
  }
  const down = [...minutes.values()].filter(Boolean).length;
  const passed = Math.floor((Math.min(nowMs, began + days * DAY_MS) - began) / 60_000);
  const budget = days * 24 * 60 * (1 - PROMISED);
  return { month, seen: minutes.size, unseen: Math.max(0, passed - minutes.size), down, budget, downAt };
}

/** `monthOf` in words, and whether more is gone than the month had. */
export function inWords({ month, seen, unseen, down, budget, downAt }) {
  const share = seen === 0 ? 'nothing was seen' : `${(100 * (1 - down / seen)).toFixed(3)} % of ${seen} minutes seen`;
  const steps = Object.entries(downAt).map(([name, times]) => `${name} ${times}`);
  return {
    ok: down <= budget,
    lines: [
      `${month}: ${share}; ${unseen} minutes unseen`,
      `${down} of ${budget.toFixed(1)} minutes that 99.9 % leaves are gone${steps.length > 0 ? ` (${steps.join(', ')})` : ''}`,
    ],
  };
}
