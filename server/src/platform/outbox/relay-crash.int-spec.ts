import { setTimeout as pause } from 'node:timers/promises';
import { type Child, start } from '../../../test/child';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type Behaviour, json, type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import { startOutbox } from '../../../test/outbox-house';
import { until } from '../../../test/until';

const ORDERED = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'];
let database: TestDatabase;
let bureau: LocalBureau;
let child: Child;

beforeEach(async () => {
  [database, bureau] = await Promise.all([emptyDatabase(), startLocalBureau()]);
});

afterEach(async () => {
  child.process.kill('SIGKILL');
  await child.ends();
  await bureau.close();
  await database.remove();
});

function startChild(): void {
  const { dataDir, databaseUrl } = database.config;
  child = start('test/outbox-process.ts', ORDERED, {
    BUREAU_URL: bureau.url,
    DATA_DIR: dataDir,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
}

/** At which moment of one delivery the process dies. */
const moments: Readonly<Record<string, (kill: () => void) => Behaviour>> = {
  'before the bureau did anything': (kill) => () => kill(),
  'after the effect and before the reply': (kill) => (_response, delivery) => {
    bureau.takeEffect(delivery);
    kill();
  },
  'as the reply arrives': (kill) => (response, delivery) => {
    bureau.takeEffect(delivery);
    json(200, {})(response, delivery);
    response.once('finish', kill);
  },
  'while the answer is being written down': (kill) => (response, delivery) => {
    bureau.takeEffect(delivery);
    json(200, {})(response, delivery);
    response.once('finish', () => void pause(4).then(kill));
  },
  'soon after': (kill) => (response, delivery) => {
    bureau.takeEffect(delivery);
    json(200, {})(response, delivery);
    response.once('finish', () => void pause(25).then(kill));
  },
};

describe('a relay killed', () => {
  it.each(Object.keys(moments).flatMap((moment) => [1, 4].map((nth) => [moment, nth] as const)))(
    '%s of delivery %d loses nothing: all took effect once, in order, under one key each',
    async (moment, nth) => {
      const died = new Promise<void>((resolve) => {
        const kill = () => {
          child.process.kill('SIGKILL');
          resolve();
        };
        const dying = moments[moment]?.(kill);
        bureau.behave((response, delivery) => {
          if (bureau.deliveries.length === nth) return dying?.(response, delivery);
          bureau.takeEffect(delivery);
          json(200, {})(response, delivery);
        });
      });
      startChild();
      await died;
      await child.ends();
      bureau.behave();
      const next = await startOutbox(database, { first: bureau.address });
      await until(async () => expect(await next.settled()).toHaveLength(ORDERED.length)).finally(next.stop);
      const taken = bureau.effects.map(({ text }) => JSON.parse(text).name as string);
      expect([...taken].sort()).toEqual([...ORDERED].sort());
      for (const order of ['a', 'b']) {
        expect(taken.filter((name) => name.startsWith(order))).toEqual([`${order}1`, `${order}2`, `${order}3`]);
      }
      expect(new Set(bureau.deliveries.map(({ key }) => key)).size).toBe(ORDERED.length);
    },
  );
});
