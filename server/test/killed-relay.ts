import { setTimeout as pause } from 'node:timers/promises';
import { type Child, start } from './child';
import type { TestDatabase } from './database';
import { type Behaviour, json, type LocalBureau } from './local-bureau';
import { startOutbox } from './outbox-house';
import { until } from './until';

const ORDERED = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'];

type Moment = (bureau: LocalBureau, kill: () => void) => Behaviour;

const afterTheReply =
  (ms?: number): Moment =>
  (bureau, kill) =>
  (response, delivery) => {
    bureau.takeEffect(delivery);
    json(200, {})(response, delivery);
    response.once('finish', () => (ms === undefined ? kill() : void pause(ms).then(kill)));
  };

/** At which moment of one delivery the process dies. */
export const RELAY_MOMENTS: Readonly<Record<string, Moment>> = {
  'before the bureau did anything': (_bureau, kill) => () => kill(),
  'after the effect and before the reply': (bureau, kill) => (_response, delivery) => {
    bureau.takeEffect(delivery);
    kill();
  },
  'as the reply arrives': afterTheReply(),
  'while the answer is being written down': afterTheReply(4),
  'soon after': afterTheReply(25),
};

/** What came of six messages in two orders, whose relay was killed at the nth delivery and started again. */
export interface Survived {
  /** Names, in the order in which they took effect. */
  readonly effects: readonly string[];
  /** How many keys they came under. */
  readonly keys: number;
}

/** Kills a relay in a process of its own with SIGKILL and lets another one end its work. */
export async function killRelay(
  { database, bureau }: { readonly database: TestDatabase; readonly bureau: LocalBureau },
  moment: string,
  nth: number,
): Promise<Survived> {
  const before = bureau.deliveries.length;
  const taken = bureau.effects.length;
  let child: Child | undefined;
  const died = new Promise<void>((resolve) => {
    const kill = () => {
      child?.process.kill('SIGKILL');
      resolve();
    };
    const dying = RELAY_MOMENTS[moment]?.(bureau, kill);
    bureau.behave((response, delivery) => {
      if (bureau.deliveries.length - before === nth) return dying?.(response, delivery);
      bureau.takeEffect(delivery);
      json(200, {})(response, delivery);
    });
  });
  const { dataDir, databaseUrl } = database.config;
  const env = { BUREAU_URL: bureau.url, DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  child = start('test/outbox-process.ts', ORDERED, env);
  await died;
  await child.ends();
  bureau.behave();
  const next = await startOutbox(database, { first: bureau.address });
  await until(async () => {
    const { length } = await next.settled();
    if (length < ORDERED.length) throw new Error(`${length} of ${ORDERED.length} messages are settled`);
  }).finally(next.stop);
  return {
    effects: bureau.effects.slice(taken).map(({ text }) => JSON.parse(text).name as string),
    keys: new Set(bureau.deliveries.slice(before).map(({ key }) => key)).size,
  };
}

/** What is not as it should be: each once, in the order of its letter, under one key. */
export function notOnce({ effects, keys }: Survived): readonly string[] {
  const wrong: string[] = [];
  if ([...effects].sort().join() !== [...ORDERED].sort().join()) wrong.push(`took effect: ${effects.join()}`);
  for (const order of ['a', 'b']) {
    const own = effects.filter((name) => name.startsWith(order)).join();
    if (own !== [`${order}1`, `${order}2`, `${order}3`].join()) wrong.push(`out of order: ${own}`);
  }
  if (keys !== ORDERED.length) wrong.push(`${keys} keys`);
  return wrong;
}
