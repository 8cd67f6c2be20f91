import { setTimeout as pause } from 'node:timers/promises';
import { type Crowd, notSo, type Sample } from './crowd';
import { FaultHouse } from './house';
import { type FaultRun, type Kept, kept, none, percentile } from './promises';

const PEOPLE = 30;
/** Nobody hangs: whoever asked is told, at the latest so long after. What is slow is waited for. */
const ANSWERED_MS = 10_000;

interface Health {
  readonly atMs: number;
  readonly live: number;
  readonly ready: number;
}

/** One way in which the database is no help for a while. */
interface Way {
  /** Gone: nobody can be served. Slow: everything comes, later. Breaking: a connection ends in the middle of something. */
  readonly kind: 'gone' | 'slow' | 'breaking';
  readonly breaks: () => Promise<void>;
  readonly heals: () => Promise<void>;
}

function waysOf({ mariadb, toDatabase }: FaultHouse): Readonly<Record<string, Way>> {
  const heals = () => toDatabase.set('none');
  return {
    killed: { kind: 'gone', breaks: () => mariadb.kill(), heals: () => mariadb.startAgain() },
    'a black hole': { kind: 'gone', breaks: () => toDatabase.set('blackHole'), heals },
    'late by 300 ms': { kind: 'slow', breaks: () => toDatabase.set('latency', { ms: 300 }), heals },
    'a slow drip': { kind: 'slow', breaks: () => toDatabase.set('slowDrip', { ms: 1, of: oneIn(10) }), heals },
    'reset now and then': { kind: 'breaking', breaks: () => toDatabase.set('reset', { of: oneIn(100) }), heals },
  };
}

/** Of the packets to the database. */
function oneIn(many: number): () => boolean {
  let seen = 0;
  return () => {
    seen += 1;
    return seen % many === 0;
  };
}

/** The database is gone, slow or breaks off for a while, in every way in turn. */
export async function deadDatabase(run: FaultRun): Promise<readonly Kept[]> {
  const house = await FaultHouse.open(run, PEOPLE);
  try {
    const { url } = await house.boot();
    const ways = Object.entries(waysOf(house)).filter(([name]) => run.ways?.includes(name) ?? true);
    if (ways.length === 0) throw new Error(`there are ${Object.keys(waysOf(house)).join(', ')}`);
    // one crowd for all of them: a second one would find the places of the first taken
    const crowd = house.crowd(() => url);
    await crowd.start();
    const promises: Kept[] = [];
    for (const [name, way] of ways) promises.push(...(await unwell(house, crowd, run, url, name, way)));
    await crowd.close();
    return promises;
  } finally {
    await house.close();
  }
}

async function unwell(
  house: FaultHouse,
  crowd: Crowd,
  run: FaultRun,
  url: string,
  name: string,
  way: Way,
): Promise<readonly Kept[]> {
  const watch = new HealthWatch(url);
  const [metBefore, bookedBefore] = [house.toDatabase.met, crowd.told.bookings.size];
  const pressing = crowd.press(run.rps, (run.seconds + 18) * 1000);
  await pause(3000);
  const diedMs = performance.now();
  await way.breaks();
  await pause(run.seconds * 1000);
  await way.heals();
  const backMs = performance.now();
  const met = house.toDatabase.met - metBefore;
  const samples = await pressing;
  const times = samples.map(({ ms }) => ms);
  const isSettled = await crowd.settle(30_000);
  const seen = await watch.end();
  run.say(
    `the database was ${name} for ${run.seconds} s; ${samples.length} requests, ${met} met a fault; ` +
      `half of them were answered in ${percentile(times, 0.5)} ms, all in ${percentile(times, 1)} ms`,
  );
  const wrong = await notSo(crowd);
  const drainedS = await house.drained(60_000);
  const booked = crowd.told.bookings.size - bookedBefore;
  return [
    ...judged(name, way.kind, samples),
    ...health(name, way.kind, seen, diedMs, backMs),
    lastPutOff(name, samples, backMs),
    ...(way.kind === 'gone' ? [] : [kept(`${name}: the fault was met`, met > 0, `${met} times`)]),
    kept(`${name}: everybody has an answer in the end`, isSettled && booked > 0, `${booked} bookings`),
    none(`${name}: nothing acknowledged is lost`, wrong),
    kept(`${name}: the outbox is empty within 60 s`, drainedS < 60, `${drainedS.toFixed(1)} s`),
    none(`${name}: each word had its effect once`, await house.effectsNotOnce()),
  ];
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What the people were told. */
function judged(name: string, kind: Way['kind'], samples: readonly Sample[]): readonly Kept[] {
  const bad = samples.filter(
    ({ status, code, retryAfter }) =>
      status === 0 || (status >= 500 && !(status === 503 && code.startsWith('server.') && retryAfter)),
  );
  const refused = samples.filter((sample) => sample.status >= 400 && sample.status < 500 && !isAskedAgain(sample));
  const slowest = Math.max(0, ...samples.map(({ ms }) => ms));
  const say = ({ route, status, code }: Sample) => `${route} ${status} ${code}`;
  return [
    none(`${name}: each reply is a yes, or 503 with words and Retry-After`, bad.map(say)),
    none(`${name}: nobody is refused wrongly`, refused.map(say)),
    ...(kind === 'slow'
      ? []
      : [kept(`${name}: nobody waits more than 10 s`, slowest <= ANSWERED_MS, inSeconds(slowest))]),
  ];
}

/** What whoever sends people here sees at its doors. */
function health(
  name: string,
  kind: Way['kind'],
  seen: readonly Health[],
  diedMs: number,
  backMs: number,
): readonly Kept[] {
  const dead = seen.filter(({ live }) => live !== 200).map(({ live }) => `/healthz ${live}`);
  const firstNo = seen.find(({ atMs, ready }) => atMs > diedMs && ready === 503)?.atMs ?? Number.POSITIVE_INFINITY;
  const firstYes = seen.find(({ atMs, ready }) => atMs > backMs && ready === 200)?.atMs ?? Number.POSITIVE_INFINITY;
  const away = seen.filter(({ ready }) => ready !== 200).map(({ ready }) => `/readyz ${ready}`);
  return [
    none(`${name}: it lives all the time`, dead),
    ...(kind === 'gone'
      ? [kept(`${name}: not ready within 5 s`, firstNo - diedMs <= 5000, inSeconds(firstNo - diedMs))]
      : []),
    // who is slow is not given up: nobody would be served at all
    ...(kind === 'slow' ? [none(`${name}: it is ready all the time`, away)] : []),
    kept(`${name}: ready again within 10 s`, firstYes - backMs <= 10_000, inSeconds(firstYes - backMs)),
  ];
}

function lastPutOff(name: string, samples: readonly Sample[], backMs: number): Kept {
  const failedAfter = samples.filter(({ atMs, status }) => atMs > backMs && (status === 0 || status >= 500));
  const last = Math.max(0, ...failedAfter.map(({ atMs }) => atMs - backMs));
  return kept(`${name}: nobody put off any more after 10 s`, last <= 10_000, inSeconds(last));
}

/** What a phone asks again under the same key, and a form that was saved though nobody could say so. */
function isAskedAgain({ route, status, code }: Sample): boolean {
  return status === 429 || code === 'idempotency.in-flight' || (route.startsWith('PATCH') && status === 409);
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
