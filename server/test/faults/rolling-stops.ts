import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from '../child';
import { notSo, type Sample } from './crowd';
import { FaultHouse } from './house';
import { type FaultRun, type Kept, kept, none } from './promises';

const PEOPLE = 40;
const LOOKS_EVERY_MS = 500;
const EXIT_MS = 10_000;
const START_MS = 5000;

interface Berth {
  child: Child;
  url: string;
  isReady: boolean;
}

/** How long each took, in ms, and what went wrong with one. */
interface Restarts {
  readonly exits: number[];
  readonly starts: number[];
  readonly wrong: string[];
}

/** Two servers behind somebody who looks at /readyz twice a second; one after the other is told to stop, under load. */
export async function rollingStops(run: FaultRun): Promise<readonly Kept[]> {
  const house = await FaultHouse.open(run, PEOPLE);
  // a planted fault: nobody is told before the door is shut
  const settings = { STOP_NOTICE_MS: run.plant === 'no-notice' ? '0' : '3000' };
  const berths: Berth[] = [];
  const balancer = setInterval(() => {
    for (const berth of berths) void look(berth);
  }, LOOKS_EVERY_MS);
  try {
    for (const _ of [1, 2]) berths.push({ ...(await house.boot(settings)), isReady: true });
    const crowd = house.crowd(inTurn(berths));
    await crowd.start();
    let isOver = false;
    const restarting = restartAll(run, berths, () => house.boot(settings)).finally(() => {
      isOver = true;
    });
    const samples: Sample[] = [];
    while (!isOver) samples.push(...(await crowd.press(run.rps, 2000)));
    const restarts = await restarting;
    await crowd.settle(30_000);
    const wrong = await notSo(crowd);
    await crowd.close();
    return judged(run, samples, restarts, wrong);
  } finally {
    clearInterval(balancer);
    await house.close();
  }
}

function inTurn(berths: readonly Berth[]): () => string | undefined {
  let turn = 0;
  return () => {
    const ready = berths.filter(({ isReady }) => isReady);
    turn += 1;
    return ready[turn % ready.length]?.url;
  };
}

async function restartAll(
  { times, say }: FaultRun,
  berths: readonly Berth[],
  boot: () => Promise<Pick<Berth, 'child' | 'url'>>,
): Promise<Restarts> {
  const restarts: Restarts = { exits: [], starts: [], wrong: [] };
  for (let at = 0; at < times; at += 1) {
    const berth = berths[at % 2] as Berth; // there are two
    await pause(1000);
    const asked = performance.now();
    berth.child.process.kill('SIGTERM');
    const code = await berth.child.ends();
    const gone = performance.now();
    if (code !== 0) restarts.wrong.push(`exit ${code}`);
    berth.isReady = false;
    Object.assign(berth, await boot());
    restarts.exits.push(gone - asked);
    restarts.starts.push(performance.now() - gone);
    while (!berth.isReady) await pause(50);
    say(`restart ${at + 1} of ${times}`);
  }
  return restarts;
}

function judged(
  { times }: FaultRun,
  samples: readonly Sample[],
  { exits, starts, wrong }: Restarts,
  lost: readonly string[],
): readonly Kept[] {
  const failed = samples.filter(({ status }) => status === 0 || status >= 400);
  const longest = (each: readonly number[]) => `${(Math.max(...each) / 1000).toFixed(1)} s at most`;
  return [
    none(
      `no request of ${samples.length} fails in ${times} restarts`,
      failed.map(({ route, status, code }) => `${route} ${status} ${code}`),
    ),
    none('each ends by itself', wrong),
    kept('each has gone within 10 s', Math.max(...exits) <= EXIT_MS, longest(exits)),
    kept('each is ready within 5 s', Math.max(...starts) <= START_MS, longest(starts)),
    none('nothing acknowledged is lost', lost),
  ];
}

async function look(berth: Berth): Promise<void> {
  const { url } = berth;
  const isReady = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (berth.url === url) berth.isReady = isReady;
}
