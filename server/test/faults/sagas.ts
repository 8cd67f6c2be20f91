import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { Child } from '../child';
import type { Caller } from '../crash/asking';
import { KIND, PROGRAMMES, SERVICE } from '../crash/journeys';
import { filled } from '../relief-house';
import type { Crowd } from './crowd';
import { FaultHouse } from './house';
import { type FaultRun, type Kept, kept, none } from './promises';

const isCommit = (bytes: Buffer): boolean => bytes.includes('COMMIT');
/** A flow that has more points than this would not be one person's tap. */
const MOST_POINTS = 12;

/** What a person does in one tap that several bureaus, or a bureau and we, must agree about. */
interface Saga {
  readonly name: string;
  /** Up to the tap, with nothing failing. What is to be tapped. */
  prepare(crowd: Crowd, caller: Caller, house: FaultHouse): Promise<{ readonly path: string; readonly look: string }>;
  /** Whether it is whole, once everything has calmed down. */
  isDone(text: string): boolean;
}

const SAGAS: readonly Saga[] = [
  {
    name: 'handing in to two bureaus',
    prepare: async (crowd, { token }) => {
      const body = { programmes: PROGRAMMES };
      const made = await crowd.ask({ method: 'POST', path: '/relief/applications', body, token }, randomUUID());
      const { id, version } = JSON.parse(made.text) as ApplicationView;
      const look = `/relief/applications/${id}`;
      await crowd.ask(
        { method: 'PATCH', path: look, body: { version, fields: filled(PROGRAMMES) }, token },
        randomUUID(),
      );
      return { path: `${look}/submission`, look };
    },
    isDone: (text) => {
      const { receiptNumber, cases } = JSON.parse(text) as ApplicationView;
      return receiptNumber !== undefined && cases.length === PROGRAMMES.length;
    },
  },
  {
    name: 'confirming a time at the registry',
    prepare: async (crowd, { token }, { windowIds }) => {
      const body = { service: SERVICE, kind: KIND, windowId: windowIds[0] };
      const held = await crowd.ask({ method: 'POST', path: '/bookings', body, token }, randomUUID());
      const look = `/bookings/${(JSON.parse(held.text) as BookingView).id}`;
      return { path: `${look}/confirmation`, look };
    },
    isDone: (text) => (JSON.parse(text) as BookingView).state === 'confirmed',
  },
];

/**
 * The server dies before and after each commit of the flow, the first to the last: what it wrote until then is all there
 * is. Then another one starts, the phone asks again under its key, and everything must be whole: at us, and once at each
 * bureau.
 */
export async function sagas(run: FaultRun): Promise<readonly Kept[]> {
  const house = await FaultHouse.open(run, SAGAS.length * MOST_POINTS * 2);
  try {
    const promises: Kept[] = [];
    for (const [at, saga] of SAGAS.entries()) {
      const callers = house.callers.slice(at * MOST_POINTS * 2, (at + 1) * MOST_POINTS * 2);
      promises.push(...(await eachPoint(house, saga, callers, run)));
    }
    promises.push(none('each word had its effect once at its bureau', await house.effectsNotOnce()));
    return promises;
  } finally {
    await house.close();
  }
}

async function eachPoint(
  house: FaultHouse,
  saga: Saga,
  callers: readonly Caller[],
  run: FaultRun,
): Promise<readonly Kept[]> {
  const wrong: string[] = [];
  let [points, next] = [0, 0];
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; nth <= MOST_POINTS; nth += 1) {
      const caller = callers[next] as Caller; // as many as there can be points
      next += 1;
      const { died, text } = await dieAt(house, saga, caller, when, nth);
      if (!saga.isDone(text)) wrong.push(`${when} commit ${nth}: ${text.slice(0, 200)}`);
      if (!died) break;
      points += 1;
    }
  }
  const { child } = await house.boot();
  const seconds = await house.drained(60_000);
  await ended(child);
  run.say(`${saga.name}: died at ${points} points`);
  return [
    kept(`${saga.name}: it was killed at each of its points`, points >= 4, `${points} points`),
    none(`${saga.name}: whole once it was asked again`, wrong),
    kept(`${saga.name}: no half of it is left after a minute`, seconds < 60, `${seconds.toFixed(1)} s`),
  ];
}

async function dieAt(house: FaultHouse, saga: Saga, caller: Caller, when: 'before' | 'after', nth: number) {
  let { child, url } = await house.boot();
  const crowd = house.crowd(() => url);
  const { path, look } = await saga.prepare(crowd, caller, house);
  let [commits, died] = [0, false];
  const kill = () => {
    died = true;
    child.process.kill('SIGKILL');
  };
  // cutting the reply lets the commit through; a black hole does not
  await house.toDatabase.set(when === 'before' ? 'blackHole' : 'cutReply', {
    times: 1,
    of: (bytes) => {
      if (!isCommit(bytes)) return false;
      commits += 1;
      if (commits !== nth) return false;
      if (when === 'before') kill();
      else setTimeout(kill, 20);
      return true;
    },
  });
  const key = randomUUID();
  const wish = { method: 'POST', path, body: {}, token: caller.token } as const;
  await crowd.ask(wish, key);
  await new Promise((resolve) => setTimeout(resolve, 500)); // the relay's own commits are points too
  await house.toDatabase.set('none');
  if (died) {
    await ended(child);
    ({ child, url } = await house.boot());
  }
  await crowd.ask(wish, key);
  const { text } = await crowd.ask({ method: 'GET', path: look, token: caller.token }, key);
  await ended(child);
  await crowd.close();
  return { died, text };
}

async function ended(child: Child): Promise<void> {
  child.process.kill('SIGKILL');
  await child.ends();
}
