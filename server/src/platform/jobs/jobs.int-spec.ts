import { setTimeout as pause } from 'node:timers/promises';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { Jobs } from './jobs';

let database: TestDatabase;
const processes: PlatformProcess[] = [];

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(async () => {
  for (const each of processes.splice(0)) await each.stop();
  await database.remove();
});

async function start(): Promise<Jobs> {
  const started = await startPlatform(database, { jobsRun: true });
  processes.push(started);
  return started.module.get(Jobs);
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000 && !condition(); tries += 1) await pause(10);
  expect(condition()).toBe(true);
}

describe('a job', () => {
  it('comes back by itself and never runs beside itself', async () => {
    const jobs = await start();
    let [running, most, times] = [0, 0, 0];
    jobs.every('pour', 5, async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(15);
      running -= 1;
      times += 1;
    });
    await Promise.all([until(() => times >= 3), jobs.wake('pour'), jobs.wake('pour'), jobs.wake('pour')]);
    expect(most).toBe(1);
  });

  it('is tried again after it failed', async () => {
    const jobs = await start();
    let times = 0;
    jobs.every('spill', 5, async () => {
      times += 1;
      throw new Error('spilt');
    });
    await until(() => times >= 2);
    await expect(jobs.wake('spill')).resolves.toBeUndefined();
  });

  it('that is woken while it runs runs once more, to see what came in between', async () => {
    const jobs = await start();
    const seen: number[] = [];
    let letters = 1;
    jobs.every('read', 60_000, async () => {
      const now = letters;
      await pause(20);
      seen.push(now);
    });
    const first = jobs.wake('read');
    letters = 2;
    await jobs.wake('read');
    await first;
    expect(seen).toEqual([1, 2]);
  });

  it('is waited for when the process stops, and does not begin again', async () => {
    const jobs = await start();
    let [begun, ended] = [0, 0];
    let isSteeped = (): void => undefined;
    const steeped = new Promise<void>((resolve) => {
      isSteeped = resolve;
    });
    jobs.every('steep', 1, async () => {
      begun += 1;
      await steeped;
      ended += 1;
    });
    await until(() => begun === 1);
    const stopped = processes[0]?.stop().then(() => ended);
    processes.splice(0);
    await pause(50); // time enough to stop without waiting for it
    isSteeped();
    expect(await stopped).toBe(1);
    expect([begun, ended]).toEqual([1, 1]);
    await pause(20);
    expect(begun).toBe(1);
  });

  it('has a name of its own', async () => {
    const jobs = await start();
    jobs.every('pour', 1000, async () => undefined);
    expect(() => jobs.every('pour', 1000, async () => undefined)).toThrow('a job named pour already');
    await expect(jobs.wake('stir')).rejects.toThrow('no job named stir');
  });
});

describe('a job that only one process may do', () => {
  it('is done by one of two, and by the other as soon as the first has stopped', async () => {
    const done: string[] = [];
    const join = async (name: string): Promise<Jobs> => {
      const jobs = await start();
      jobs.every('seal', 60_000, async () => void done.push(name), { alone: true });
      return jobs;
    };
    const first = await join('first');
    await first.wake('seal');
    if (database.dialect === 'embedded') {
      expect(done).toEqual(['first']); // there is never a second process
      return;
    }
    const second = await join('second');
    await Promise.all([second.wake('seal'), second.wake('seal')]);
    await first.wake('seal');
    expect(done).toEqual(['first', 'first']);
    await processes.shift()?.stop();
    await second.wake('seal');
    expect(done).toEqual(['first', 'first', 'second']);
  });

  it('is done by one even when all of them begin at the same moment', async () => {
    if (database.dialect === 'embedded') return;
    let [running, most] = [0, 0];
    const all = [await start(), await start(), await start()];
    for (const jobs of all) {
      const work = async () => {
        running += 1;
        most = Math.max(most, running);
        await pause(30);
        running -= 1;
      };
      jobs.every('seal', 60_000, work, { alone: true });
    }
    await Promise.all(all.map((jobs) => jobs.wake('seal')));
    expect(most).toBe(1);
  });
});
