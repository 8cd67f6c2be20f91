import { FAULT_MODES, faultProxy } from '../fault-proxy';
import type { Sample } from './crowd';
import { BUREAUS, FaultHouse, type FaultyBureau, TOLD } from './house';
import { type FaultRun, type Kept, kept, none, percentile } from './promises';

const PEOPLE = 40;
/** Who asks a bureau while somebody waits: the answer may be "later", and takes as long as the line is patient. */
const WAITS_FOR: Readonly<Partial<Record<FaultyBureau, string>>> = {
  identity: 'POST /identity/verifications',
  wechat: 'POST /sessions/wechat',
};

/** What chance alone may add to the 429s of the calm while, as a part of the requests. */
const MORE_TOO_MANY = 0.002;

/** A session is good for a quarter of an hour, and nobody in the crowd signs in again. */
const ONE_HOUSE_S = 600;

/** Each bureau in turn is dead for a while, in every way in turn, beside a calm while of the same length. */
export async function deadBureaus(run: FaultRun): Promise<readonly Kept[]> {
  const each = Math.max(1, Math.floor(ONE_HOUSE_S / (2 * run.seconds)));
  const all = BUREAUS.filter((bureau) => run.upstreams?.includes(bureau) ?? true);
  if (all.length === 0) throw new Error(`there are ${BUREAUS.join(', ')}`);
  const promises: Kept[] = [];
  for (let first = 0; first < all.length; first += each)
    promises.push(...(await deadInOneHouse(run, all.slice(first, first + each))));
  return promises;
}

async function deadInOneHouse(run: FaultRun, bureaus: readonly FaultyBureau[]): Promise<readonly Kept[]> {
  const house = await FaultHouse.open(run, PEOPLE);
  const internalPort = await freePort();
  try {
    const { url } = await house.boot({ INTERNAL_PORT: String(internalPort) });
    const [crowd, office] = [house.crowd(() => url), house.office(() => url)];
    await crowd.start();
    await crowd.press(run.rps, 3000); // nobody is new any more
    const promises: Kept[] = [];
    for (const bureau of bureaus) {
      const calm = await crowd.press(run.rps, run.seconds * 1000);
      const heldAlive = await longHolds(internalPort);
      const metAlive = house.toBureau[bureau].met;
      const dead = await whileDead(house, bureau, run, () => crowd.press(run.rps, run.seconds * 1000));
      const met = house.toBureau[bureau].met - metAlive;
      const held = (await longHolds(internalPort)) - heldAlive;
      run.say(`${bureau} was dead for ${run.seconds} s`);
      promises.push(
        kept(`${bureau}: it was wanted while it was dead`, met > 0, `${met} requests`),
        ...judged(bureau, calm, dead),
        // whoever asks a bureau lets go of the database first: a dead one keeps them for three seconds
        kept(`${bureau}: nobody holds a connection to the database for a second`, held === 0, `${held} times`),
      );
      const seconds = await house.drained(60_000);
      if (isTold(bureau))
        promises.push(kept(`${bureau}: its messages are with it within 60 s`, seconds < 60, `${seconds.toFixed(1)} s`));
    }
    promises.push(kept('everybody has an answer', await crowd.settle(30_000), `${crowd.told.bookings.size} bookings`));
    await office.settle();
    promises.push(none('what an office says is taken', office.refused));
    await house.drained(60_000);
    if (run.plant === 'lost-word') loseOne(house);
    promises.push(none('each word had its effect once at its bureau', await house.effectsNotOnce()));
    await crowd.close();
    return promises;
  } finally {
    await house.close();
  }
}

/** In every way, one after another, for an equal part of the time. */
async function whileDead<Result>(
  house: FaultHouse,
  bureau: FaultyBureau,
  run: FaultRun,
  work: () => Promise<Result>,
): Promise<Result> {
  const line = house.toBureau[bureau];
  const ways = house.dice.shuffled(FAULT_MODES.filter((mode) => mode !== 'instead'));
  let goesOn = true;
  const changing = (async () => {
    for (let at = 0; goesOn; at += 1) {
      await line.set(ways[at % ways.length] ?? 'reset', { ms: 3000 });
      await new Promise((resolve) => setTimeout(resolve, (run.seconds * 1000) / ways.length));
    }
  })();
  const result = await work();
  goesOn = false;
  await changing;
  await line.set('none');
  return result;
}

/** The others are asked while somebody waits, and nothing is kept for them until they are back. */
const isTold = (bureau: FaultyBureau): boolean => TOLD.some((each) => each === bureau);

function judged(bureau: FaultyBureau, calm: readonly Sample[], dead: readonly Sample[]): readonly Kept[] {
  const waits = WAITS_FOR[bureau];
  const others = (samples: readonly Sample[]) => samples.filter(({ route }) => route !== waits).map(({ ms }) => ms);
  const [before, during] = [percentile(others(calm), 0.99), percentile(others(dead), 0.99)];
  const wrong = dead.filter(({ status, route }) => status >= 400 && status < 500 && status !== 429 && route !== waits);
  const refused = dead.filter(({ status, route }) => route === waits && status >= 400 && status < 500);
  const tooMany = (samples: readonly Sample[]) =>
    samples.filter(({ status, route }) => status === 429 && route !== waits).length;
  const [calmly, now] = [tooMany(calm), tooMany(dead)];
  const failed = dead.filter(({ status, route }) => route !== waits && (status === 0 || status >= 500));
  const say = ({ route, status, code }: Sample) => `${route} ${status} ${code}`;
  return [
    kept(`${bureau}: the others’ p99 is at most twice the calm one`, during <= 2 * before, `${before} → ${during} ms`),
    none(`${bureau}: nobody is refused wrongly`, [...wrong, ...refused].map(say)),
    none(`${bureau}: nobody else is put off or fails`, failed.map(say)),
    kept(
      `${bureau}: nobody else is told of too many more often`,
      now <= calmly + MORE_TOO_MANY * dead.length,
      `${calmly} → ${now} times`,
    ),
  ];
}

/** A planted fault: the bureau took a word and knows nothing of it. */
function loseOne({ bureaus }: FaultHouse): void {
  const effects = bureaus.effects as Map<string, number>; // ours, and read-only to everybody else
  const [one] = effects.keys();
  if (one !== undefined) effects.delete(one);
}

async function freePort(): Promise<number> {
  const taken = await faultProxy({ to: { host: '127.0.0.1', port: 9 } });
  await taken.close();
  return taken.port;
}

async function longHolds(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^database_connection_long_holds_total (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}
