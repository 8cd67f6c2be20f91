import { Dice } from '../crash/dice';
import { databaseAt } from '../database';
import { startDurableMariadb } from '../durable-mariadb';
import { killRelay, notOnce, RELAY_MOMENTS } from '../killed-relay';
import { startLocalBureau } from '../local-bureau';
import { type FaultRun, type Kept, none } from './promises';

const DELIVERIES = 6;

/** A relay is killed at each of five moments, at a delivery of chance, so many times each. */
export async function killedRelays({ seed, times, say }: FaultRun): Promise<readonly Kept[]> {
  const dice = new Dice(seed);
  const mariadb = await startDurableMariadb({ binaryLog: false });
  try {
    const promises: Kept[] = [];
    for (const moment of Object.keys(RELAY_MOMENTS)) {
      const wrong: string[] = [];
      for (let at = 0; at < times; at += 1) {
        const nth = 1 + dice.upTo(DELIVERIES);
        const [database, bureau] = [await databaseAt(mariadb.url), await startLocalBureau()];
        const found = await killRelay({ database, bureau }, moment, nth).then(notOnce, (error: Error) => [
          error.message,
        ]);
        wrong.push(...found.map((what) => `delivery ${nth}: ${what}`));
        await bureau.close();
        await database.remove();
      }
      say(`killed ${times} times ${moment}`);
      promises.push(none(`killed ${moment}, ${times} times: each once, in order`, wrong));
    }
    return promises;
  } finally {
    await mariadb.stop();
  }
}
