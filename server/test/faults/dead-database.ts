import { setTimeout as pause } from 'node:timers/promises';
import { notSo, type Sample } from './crowd';
import { FaultHouse } from './house';
import { type FaultRun, type Kept, kept, none } from './promises';

const PEOPLE = 30;
/** Nobody hangs: whoever asked is told, at the latest so long after. */
const ANSWERED_MS = 10_000;

interface Health {
  readonly atMs: number;
  readonly live: number;
  readonly ready: number;
}

/** The database is gone for a while: its process killed, and then its line a black hole. */
export async function deadDatabase(run: FaultRun): Promise<readonly Kept[]> {
  const house = await FaultHouse.open(run, PEOPLE);
  try {
    const { url } = await house.boot();
    const promises: Kept[] = [];
    const { mariadb, toDatabase } = house;
    const ways = {
      killed: [() => mariadb.kill(), () => mariadb.startAgain()],
      'a black hole': [() => toDatabase.set('blackHole'), () => toDatabase.set('none')],
    } as const;
    for (const [way, [kill, heal]] of Object.entries(ways))
      promises.push(...(await gone(house, run, url, way, kill, heal)));
    return promises;
  } finally {
    await house.close();
  }
}

async function gone(
  house: FaultHouse,
  run: FaultRun,
  url: string,
  way: string,
  kill: () => Promise<void>,
  heal: () => Promise<void>,
): Promise<readonly Kept[]> {
  const crowd = house.crowd(() => url);
  await crowd.start();
  const watch = new HealthWatch(url);
  const pressing = crowd.press(run.rps, (run.seconds + 18) * 1000);
  await pause(3000);
  const diedMs = performance.now();
  await kill();
  await pause(run.seconds * 1000);
  await heal();
  const backMs = performance.now();
  const samples = await pressing;
  const isSettled = await crowd.settle(30_000);
  const seen = await watch.end();
  run.say(`the database was gone (${way}) for ${run.seconds} s; ${samples.length} requests`);
  const wrong = await notSo(crowd);
  const drainedS = await house.drained(60_000);
  await crowd.close();
  return [
    ...judged(way, samples, seen, diedMs, backMs),
    kept(`${way}: everybody has an answer in the end`, isSettled, `${crowd.told.bookings.size} bookings`),
    none(`${way}: nothing acknowledged is lost`, wrong),
    kept(`${way}: the outbox is empty within 60 s`, drainedS < 60, `${drainedS.toFixed(1)} s`),
    none(`${way}: each word had its effect once`, await house.effectsNotOnce()),
  ];
}

function judged(
  way: string,
  samples: readonly Sample[],
  seen: readonly Health[],
  diedMs: number,
  backMs: number,
): readonly Kept[] {
  const firstNo = seen.find(({ atMs, ready }) => atMs > diedMs && ready === 503)?.atMs ?? Number.POSITIVE_INFINITY;
  const firstYes = seen.find(({ atMs, ready }) => atMs > backMs && ready === 200)?.atMs ?? Number.POSITIVE_INFINITY;
  const failedAfter = samples.filter(({ atMs, status }) => atMs > backMs && (status === 0 || status >= 500));
  const lastFailed = Math.max(0, ...failedAfter.map(({ atMs }) => atMs - backMs));
  const bad = samples.filter(
    ({ status, code, retryAfter }) =>
      status === 0 || (status >= 500 && !(status === 503 && code.startsWith('server.') && retryAfter)),
  );
  const slowest = Math.max(0, ...samples.map(({ ms }) => ms));
  const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const live = seen.filter(({ live }) => live !== 200);
  return [
    none(
      `${way}: it lives all the time`,
      live.map(({ live }) => `/healthz ${live}`),
    ),
    kept(`${way}: not ready within 5 s`, firstNo - diedMs <= 5000, inSeconds(firstNo - diedMs)),
    none(
      `${way}: each reply is a yes, or 503 with words and Retry-After`,
      bad.map(({ route, status, code }) => `${route} ${status} ${code}`),
    ),
    kept(`${way}: nobody waits more than 10 s`, slowest <= ANSWERED_MS, inSeconds(slowest)),
    kept(`${way}: ready again within 10 s`, firstYes - backMs <= 10_000, inSeconds(firstYes - backMs)),
    kept(`${way}: nobody put off any more after 10 s`, lastFailed <= 10_000, inSeconds(lastFailed)),
  ];
}

/** Looks at both doors four times a second. */
class HealthWatch {
  private readonly seen: Promise<Health>[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly url: string) {
    this.timer = setInterval(() => this.seen.push(this.look()), 250);
  }

  async end(): Promise<readonly Health[]> {
    clearInterval(this.timer);
    return (await Promise.all(this.seen)).sort((a, b) => a.atMs - b.atMs);
  }

  private async look(): Promise<Health> {
    const [live, ready] = await Promise.all(['/healthz', '/readyz'].map((path) => this.status(path)));
    return { atMs: performance.now(), live: live ?? 0, ready: ready ?? 0 };
  }

  private async status(path: string): Promise<number> {
    return fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(8000) }).then(
      ({ status }) => status,
      () => 0,
    );
  }
}
