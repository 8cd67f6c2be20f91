import { setTimeout as pause } from 'node:timers/promises';
import type { Harm, Notes, Stage } from '../crash';
import type { Dice } from '../dice';
import type { ThreeNodes } from './three-nodes';

/** As somebody, or systemd, starts a dead node again: at once, or after the group has given it up. */
const STARTED_AGAIN_MS = 8000;
/** Longer than the group waits for one that says nothing (evs.suspect_timeout, 5 s). */
const FROZEN_MS = 9000;
/** Two of three are gone: so long the third is watched, and the servers. */
const WATCHED_MS = 3000;
/** From the first death on every commit waits for the group; who answers before it is committed is found out by the second. */
const STANDSTILL_MS = 2500;
const NOT_READY = '1047';

export interface HowOften {
  readonly writer: number;
  readonly other: number;
  readonly frozen: number;
  readonly twoOfThree: number;
  readonly all: number;
}

/** Everything that is done to the nodes. After each all three are together again. */
export function nodeHarms(nodes: ThreeNodes, howOften: HowOften): readonly Harm[] {
  const { writer, other, frozen, twoOfThree, all } = howOften;
  return [
    { what: 'writer killed', times: writer, act: async ({ dice }) => killed(nodes, dice, await nodes.writer()) },
    { what: 'another killed', times: other, act: async ({ dice }) => killed(nodes, dice, await another(nodes, dice)) },
    { what: 'writer frozen', times: Math.ceil(frozen / 2), act: async () => frozenFor(nodes, await nodes.writer()) },
    {
      what: 'another frozen',
      times: Math.floor(frozen / 2),
      act: async ({ dice }) => frozenFor(nodes, await another(nodes, dice)),
    },
    { what: 'two of three killed', times: twoOfThree, act: (stage) => twoKilled(nodes, stage) },
    { what: 'all killed', times: all, act: () => allKilled(nodes) },
  ];
}

async function another(nodes: ThreeNodes, dice: Dice): Promise<number> {
  const writer = await nodes.writer();
  return dice.one(nodes.urls.flatMap((_, at) => (at === writer ? [] : [at])));
}

async function killed(nodes: ThreeNodes, dice: Dice, at: number): Promise<Notes> {
  await nodes.kill(at);
  await pause(dice.upTo(STARTED_AGAIN_MS));
  const from = performance.now();
  const by = await nodes.startAgain(at);
  const rejoinMs = performance.now() - from;
  await nodes.whole();
  return { node: at, rejoinMs, by };
}

async function frozenFor(nodes: ThreeNodes, at: number): Promise<Notes> {
  await nodes.freeze(at);
  await pause(FROZEN_MS);
  await nodes.thaw(at);
  const from = performance.now();
  await nodes.whole();
  return { node: at, rejoinMs: performance.now() - from, by: 'itself' };
}

/**
 * Another, and then the writer with all that it was about to commit. The one that is left must take nothing, and nobody
 * may be told a yes, until there is a majority again.
 */
async function twoKilled(nodes: ThreeNodes, { dice, heard, urls }: Stage): Promise<Notes> {
  const writer = await nodes.writer();
  const first = await another(nodes, dice);
  const left = nodes.urls.findIndex((_, at) => at !== writer && at !== first);
  await nodes.kill(first);
  await pause(STANDSTILL_MS);
  await nodes.kill(writer);
  const dead = [first, writer];
  const refused = await untilRefused(nodes, left);
  const before = heard.yes.size;
  await pause(WATCHED_MS);
  const split = heard.yes.size - before;
  if (split > 0) heard.wrong.push(`${split} were told yes while there was no majority`);
  for (const url of urls()) await mustBeUnready(url, heard.wrong);
  const from = performance.now();
  const brought = await Promise.all(dead.map((at) => nodes.startAgain(at)));
  await nodes.whole();
  return { node: left, refused, rejoinMs: performance.now() - from, by: brought.join(' and ') };
}

/** In the seconds before the last one knows that it is alone, it still lets read what it has. */
async function untilRefused(nodes: ThreeNodes, left: number): Promise<string> {
  const from = performance.now();
  for (;;) {
    const read = await nodes.says(left, 'SELECT user FROM mysql.global_priv LIMIT 1');
    const write = await nodes.says(left, 'CREATE DATABASE IF NOT EXISTS split_brain');
    if (read === NOT_READY && write === NOT_READY) return `1047 after ${Math.round(performance.now() - from)} ms`;
    if (performance.now() - from > 30_000) throw new Error(`one of three still takes statements: ${read} and ${write}`);
    await pause(100);
  }
}

async function mustBeUnready(url: string, wrong: string[]): Promise<void> {
  const ready = await fetch(`${url}/readyz`).catch(() => undefined);
  if (ready && ready.status !== 503) wrong.push(`/readyz is ${ready.status} without a majority`);
  const alive = await fetch(`${url}/healthz`).catch(() => undefined);
  if (alive && alive.status !== 200) wrong.push(`/healthz is ${alive.status} without a majority`);
}

/** The machine room was dark: the one that knows most begins anew, by hand. */
async function allKilled(nodes: ThreeNodes): Promise<Notes> {
  await Promise.all(nodes.urls.map((_, at) => nodes.kill(at)));
  const from = performance.now();
  const { first, seqnos } = await nodes.bootstrap();
  await nodes.whole();
  return { node: first, seqnos: seqnos.join(' '), rejoinMs: performance.now() - from, by: 'bootstrap' };
}
