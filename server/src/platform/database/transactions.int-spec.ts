import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { openTeaHouse, TeaCup, type TeaHouse } from '../../../test/tea-house';
import { forUpdate } from './row-lock';

let house: TeaHouse;

beforeEach(async () => {
  house = await openTeaHouse();
});

afterEach(() => house.close());

async function pour(label: string, sips = 0): Promise<void> {
  await house.transactions.manager.insert(TeaCup, { id: randomUUID(), label, sips });
}

async function sipsOf(label: string): Promise<number | undefined> {
  return (await house.transactions.manager.findOneBy(TeaCup, { label }))?.sips;
}

/** On a connection of its own, whatever transaction is open where it is called. */
const outside = new AsyncResource('outside');
const elsewhere = <Result>(work: () => Promise<Result>) => outside.runInAsyncScope(work);

/** Once, in the open transaction, instead of its commit. */
function atCommit(instead: (commit: () => Promise<void>) => Promise<void>): void {
  const runner = house.transactions.manager.queryRunner;
  if (!runner) throw new Error('no transaction is open');
  const commit = runner.commitTransaction.bind(runner);
  runner.commitTransaction = () => {
    runner.commitTransaction = commit;
    return instead(commit);
  };
}

describe('a transaction', () => {
  it('loses nothing of others when it rolls back: B committed beside it and C written plainly both stay', async () => {
    const a = house.transactions.run(async () => {
      await pour('A');
      await pause(60);
      throw new Error('A gives up');
    });
    await pause(10);
    const b = house.transactions.run(async () => {
      await pour('B');
      await house.transactions.run(() => pour('B2'));
      await pause(10);
    });
    const c = pour('C');
    await expect(a).rejects.toThrow('A gives up');
    await Promise.all([b, c]);
    expect(await house.labels()).toEqual(['B', 'B2', 'C']);
  });

  it('loses nothing of others when it was opened by a query runner by hand', async () => {
    const runner = house.transactions.manager.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.manager.insert(TeaCup, { id: randomUUID(), label: 'A', sips: 0 });
    const b = house.transactions.run(() => pour('B'));
    const c = pour('C');
    await pause(30);
    await runner.rollbackTransaction();
    await runner.release();
    await Promise.all([b, c]);
    expect(await house.labels()).toEqual(['B', 'C']);
  });

  it('is found by code that was not handed it, and undoes what that code wrote', async () => {
    const work = house.transactions.run(async () => {
      await pour('first');
      await Promise.resolve().then(() => pour('second'));
      expect(house.transactions.isOpen).toBe(true);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await house.labels()).toEqual([]);
    expect(house.transactions.isOpen).toBe(false);
  });

  it('that is joined by a nested one is undone as a whole', async () => {
    const work = house.transactions.run(async () => {
      await house.transactions.run(() => pour('inner'));
      throw new Error('outer fails after inner succeeded');
    });
    await expect(work).rejects.toThrow('outer fails');
    expect(await house.labels()).toEqual([]);
  });

  it('is one of twenty at the same time and none is refused', async () => {
    await pour('shared', 0);
    const one = () =>
      house.transactions.run(async () => {
        await house.transactions.manager.increment(TeaCup, { label: 'shared' }, 'sips', 1);
        await pause(1);
        await pour(randomUUID());
      });
    await Promise.all(Array.from({ length: 20 }, one));
    expect(await sipsOf('shared')).toBe(20);
    expect(await house.labels()).toHaveLength(21);
  });

  it('is not repeated for an error a second try cannot cure', async () => {
    let tries = 0;
    const work = house.transactions.run(async () => {
      tries += 1;
      await house.transactions.manager.query('SELECT nothing FROM nowhere');
    });
    await expect(work).rejects.toThrow();
    expect(tries).toBe(1);
  });

  it('is repeated for a row somebody else inserted since it was looked for, once and no more', async () => {
    // the embedded database lets nobody in beside it
    if (house.dialect === 'embedded') return;
    let tries = 0;
    const pourOnce = () =>
      house.transactions.run(async () => {
        tries += 1;
        if ((await sipsOf('taken')) !== undefined) return;
        if (tries === 1) await elsewhere(() => pour('taken'));
        await pour('taken');
      });
    await pourOnce();
    expect([tries, await house.labels()]).toEqual([2, ['taken']]);
    const work = house.transactions.run(async () => {
      tries += 1;
      await pour('taken');
    });
    await expect(work).rejects.toThrow();
    expect(tries).toBe(4);
  });

  it('sees after a wait for a row what others committed meanwhile, whatever it had read before', async () => {
    // the embedded database lets nobody in beside it
    if (house.dialect === 'embedded') return;
    await pour('pot', 1);
    await pour('cup', 1);
    const seen = await house.transactions.run(async () => {
      const before = await sipsOf('cup');
      await elsewhere(() => house.transactions.manager.update(TeaCup, { label: 'cup' }, { sips: 5 }));
      const { manager } = house.transactions;
      await manager.findOneOrFail(TeaCup, { where: { label: 'pot' }, ...forUpdate(manager) });
      return [before, await sipsOf('cup')];
    });
    expect(seen).toEqual([1, 5]);
  });

  it('in which one only looks sees everything as it was when it first looked, and joins none that writes', async () => {
    const { transactions } = house;
    await pour('pot', 1);
    await pour('cup', 1);
    const seen = await transactions.atOneMoment(async () => {
      const pot = await sipsOf('pot');
      // the embedded database lets nobody in beside it
      const both = () => transactions.manager.increment(TeaCup, { sips: 1 }, 'sips', 4);
      if (house.dialect === 'mysql') await elsewhere(both);
      return [pot, await sipsOf('cup')];
    });
    expect(seen).toEqual([1, 1]);
    const joined = transactions.run(() => transactions.atOneMoment(() => sipsOf('pot')));
    await expect(joined).rejects.toThrow('cannot join one');
  });

  it.each([1213, 1205, 1020])('is repeated as a whole in a new transaction after error %d', async (errno) => {
    let tries = 0;
    await house.transactions.run(async () => {
      tries += 1;
      await pour(`try ${tries}`);
      if (tries < 3) throw Object.assign(new Error('conflict'), { errno });
    });
    expect(await house.labels()).toEqual(['try 3']);
  });

  it.each([1451, 1452])(
    'is repeated once when a row it needs went, or one came under what goes: error %d',
    async (errno) => {
      let tries = 0;
      const work = house.transactions.run(async () => {
        tries += 1;
        throw Object.assign(new Error('a foreign key'), { errno });
      });
      await expect(work).rejects.toThrow('a foreign key');
      expect(tries).toBe(2);
    },
  );

  it('is repeated as a whole when its commit is refused, which is when one node of a cluster hears of another', async () => {
    let tries = 0;
    await house.transactions.run(async () => {
      tries += 1;
      await pour(`try ${tries}`);
      if (tries === 1) atCommit(() => Promise.reject(Object.assign(new Error('deadlock'), { errno: 1213 })));
    });
    expect(await house.labels()).toEqual(['try 2']);
  });

  it('is not repeated when nobody can say whether it was committed: who asks again with the key finds out', async () => {
    let tries = 0;
    const work = house.transactions.run(async () => {
      tries += 1;
      await pour('once');
      atCommit(async (commit) => {
        await commit();
        throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
      });
    });
    await expect(work).rejects.toThrow('connection lost');
    expect([tries, await house.labels()]).toEqual([1, ['once']]);
  });

  it('gives up after five repetitions', async () => {
    let tries = 0;
    const work = house.transactions.run(async () => {
      tries += 1;
      throw Object.assign(new Error('still busy'), { code: 'SQLITE_BUSY' });
    });
    await expect(work).rejects.toThrow('still busy');
    expect(tries).toBe(6);
  });
});

describe('what is told after a commit', () => {
  it('is told once, after the outermost commit, by the try that committed', async () => {
    const told: string[] = [];
    let tries = 0;
    await house.transactions.run(async () => {
      tries += 1;
      await house.transactions.run(async () => house.transactions.afterCommit(() => told.push(`try ${tries}`)));
      expect(told).toEqual([]);
      if (tries === 1) throw Object.assign(new Error('conflict'), { errno: 1213 });
    });
    expect(told).toEqual(['try 2']);
  });

  it('is not told after a rollback, and cannot be asked for outside a transaction', async () => {
    const told: string[] = [];
    const work = house.transactions.run(async () => {
      house.transactions.afterCommit(() => told.push('never'));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(told).toEqual([]);
    expect(() => house.transactions.afterCommit(() => undefined)).toThrow('needs an open transaction');
  });
});

describe('a transaction SQLite ended by itself', () => {
  const endIt = (manager: EntityManager) =>
    manager.query('INSERT OR ROLLBACK INTO tea_cup (id, label, sips) VALUES (?, ?, ?)', [randomUUID(), 'taken', 0]);
  const refusal = { code: 'SQLITE_CONSTRAINT_UNIQUE' };

  beforeEach(() => pour('taken'));

  it('fails with the error that ended it, and the next query does not wait for it', async () => {
    if (house.dialect === 'mysql') return;
    const work = house.transactions.run(async () => {
      await pour('lost');
      await endIt(house.transactions.manager);
    });
    await expect(work).rejects.toMatchObject(refusal);
    await house.transactions.run(() => pour('later'));
    expect(await house.labels()).toEqual(['later', 'taken']);
  });

  it('is over for everyone also when it was ended within a savepoint', async () => {
    if (house.dialect === 'mysql') return;
    const { dataSource } = house.transactions.manager;
    const work = dataSource.transaction((outer) => outer.transaction(endIt));
    await expect(work).rejects.toMatchObject(refusal);
    expect(await house.labels()).toEqual(['taken']);
  });

  it('does not lock others out when its query runner is only released', async () => {
    if (house.dialect === 'mysql') return;
    const runner = house.transactions.manager.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.startTransaction();
    await runner.manager.query('ROLLBACK');
    await runner.release();
    expect(await house.labels()).toEqual(['taken']);
  });
});

describe('a statement with one parameter', () => {
  const row = async (sql: string, parameter: unknown): Promise<unknown> => {
    const rows: Record<string, unknown>[] = await house.transactions.manager.query(sql, [parameter]);
    return rows[0]?.payload;
  };

  it('takes null', async () => {
    await pour('cup');
    await house.transactions.manager.query('UPDATE tea_cup SET payload = ?', [null]);
    expect(await row('SELECT payload FROM tea_cup WHERE payload IS NULL OR payload = ?', null)).toBeNull();
  });

  it('takes a Buffer and gives a Buffer back', async () => {
    const bytes = Buffer.from([0, 1, 0xfe, 0xff]);
    await pour('cup');
    await house.transactions.manager.query('UPDATE tea_cup SET payload = ?', [bytes]);
    const found = await row('SELECT payload FROM tea_cup WHERE payload = ?', bytes);
    expect(Buffer.isBuffer(found) && bytes.equals(found)).toBe(true);
  });
});

describe('the database itself', () => {
  it('refuses a row that breaks a CHECK, whoever writes it', async () => {
    await expect(pour('negative', -1)).rejects.toThrow(/ck_tea_cup_sips/i);
  });

  it('tells keys apart that differ only in case', async () => {
    await pour('a');
    await pour('A');
    expect(await house.labels()).toEqual(['A', 'a']);
  });
});
