import { AsyncResource } from 'node:async_hooks';
import { numbered, type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';
import { Config } from '../../../platform/config/config';
import { KEEP_DAYS } from '../../../platform/config/keep-days';
import { Transactions } from '../../../platform/database/transactions';
import { RowRemoval } from '../row-removal.service';
import { Retention } from './retention.service';
import { RetentionCommands } from './retention-commands';
import { RowsOver } from './rows-over.service';

const LIVING = 'minimum-living-allowance';
const LONG_AGO = '2020-01-01 00:00:00.000';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse(undefined, { KEEP_RELIEF_DAYS: 'off' });
});
afterAll(() => house.end());

const commands = () => house.server.app.get(RetentionCommands, { strict: false });
const isThere = async (id: string) => (await house.sql('SELECT 1 FROM relief_application WHERE id = ?', [id])).length;
const age = (id: string) => house.sql('UPDATE relief_application SET updated_at = ? WHERE id = ?', [LONG_AGO, id]);

/** Lets somebody do something between a run's finding rows and its removing them. */
function foundByARun(work: () => Promise<void>): void {
  const transactions = house.server.app.get(Transactions);
  const run = transactions.run.bind(transactions);
  jest.spyOn(transactions, 'run').mockImplementationOnce(async (removing) => {
    await work();
    return run(removing);
  });
}

describe('what is kept no longer', () => {
  it('is told by a dry run, removed by a run with its parts and proof, and nothing younger with it', async () => {
    const anna = house.resident({ idNumber: numbered('19800101', '005') });
    const [old, young] = [await anna.draft([LIVING]), await anna.draft([LIVING])];
    await age(old.id);
    const dry = await commands().run(true);
    expect(dry.lines).toContain('drafts (relief_application): relief_application 1');
    expect(await isThere(old.id)).toBe(1);
    await commands().run(false);
    expect([await isThere(old.id), await isThere(young.id)]).toEqual([0, 1]);
    const [proof] = await house.sql<{ facts: string }>(
      "SELECT facts FROM audit_row WHERE action = 'data.time-over'",
      [],
    );
    expect(JSON.parse(proof?.facts ?? '')).toEqual({ rule: 'drafts', relief_application: 1 });
    expect((await commands().run(true)).lines).toContain('drafts (relief_application): nothing');
  });

  it('goes though something else cannot, and what could not is said and goes the next time', async () => {
    const { id } = await house.resident().draft([LIVING]);
    await age(id);
    const over = house.server.app.get(RowsOver, { strict: false });
    const byRule = over.byRule.bind(over);
    const broken = jest.spyOn(over, 'byRule').mockImplementation((rule) => {
      const found = byRule(rule);
      return found && rule.table !== 'relief_application' ? { sql: 'no_such_column = 1', values: [] } : found;
    });
    const { ok, lines } = await commands().run(false);
    broken.mockRestore();
    expect([ok, await isThere(id)]).toEqual([false, 0]);
    expect(lines.filter((line) => line.includes('COULD NOT BE DONE')).length).toBeGreaterThan(5);
    expect(house.server.logs()).toContain('not removed though its time is over');
    expect(await commands().run(false)).toMatchObject({ ok: true });
  });

  it('stays under a legal hold until it is released', async () => {
    const berta = house.resident();
    const { id } = await berta.draft([LIVING]);
    await age(id);
    const object = `relief_application:${id}`;
    expect(await commands().hold(object, '王某', '法院来函')).toEqual({
      ok: true,
      lines: [`${object} stays until it is released`, expect.stringContaining('not from change')],
    });
    await commands().run(false);
    expect(await isThere(id)).toBe(1);
    expect((await commands().run(true)).lines.join()).toContain('1 under a legal hold stay');
    await commands().release(object, '王某', '案子结了');
    await commands().run(false);
    expect(await isThere(id)).toBe(0);
    expect(await commands().release(object, '王某', '再来')).toMatchObject({ ok: false });
    expect(await commands().hold('nonsense', '王某', 'x')).toMatchObject({ ok: false });
  });

  it('is held whole, by the row all else is part of: a hold on one part, or on a sign-in, would keep nothing', async () => {
    for (const object of ['relief_paper:x', 'account:x', 'session:x']) {
      const { ok, lines } = await commands().hold(object, '王某', '法院来函');
      expect([object, ok]).toEqual([object, false]);
      expect(lines.join()).toContain('relief_application');
    }
    expect(await house.sql("SELECT 1 FROM legal_hold WHERE object LIKE '%:x'", [])).toEqual([]);
  });

  it('is held, and let go, by somebody with a name and a reason, which stand in the records', async () => {
    const fritz = house.resident();
    const object = `relief_application:${(await fritz.draft([LIVING])).id}`;
    for (const [who, why] of [
      ['', '法院来函'],
      ['王某', ' '],
    ] as const) {
      const nobody = { ok: false, lines: ['say who holds it and why'] };
      expect([await commands().hold(object, who, why), await commands().release(object, who, why)]).toEqual([
        nobody,
        nobody,
      ]);
    }
    expect(await house.sql('SELECT 1 FROM legal_hold WHERE object = ?', [object])).toEqual([]);
    await commands().hold(object, '王某', '法院来函');
    await commands().release(object, '李某', '案子结了');
    const sql = 'SELECT action, actor_id FROM audit_row WHERE `object` = ? ORDER BY action';
    const told = (await house.sql<{ action: string; actor_id: string }>(sql, [object])).map((row) => ({ ...row }));
    expect(told).toEqual([
      { action: 'legal-hold.begun', actor_id: '王某' },
      { action: 'legal-hold.ended', actor_id: '李某' },
    ]);
  });

  it('is none of a draft somebody hands in after a run has found it, and none that is put under a hold then', async () => {
    const [clara, dora] = [house.resident(), house.resident()];
    const [handedIn, held] = [await clara.filledDraft([LIVING]), await dora.draft([LIVING])];
    await age(handedIn.id);
    await age(held.id);
    foundByARun(async () => {
      expect((await clara.post(`/${handedIn.id}/submission`)).status).toBe(200);
      expect(await commands().hold(`relief_application:${held.id}`, '王某', '法院来函')).toMatchObject({ ok: true });
    });
    await commands().run(false);
    expect([await isThere(handedIn.id), await isThere(held.id)]).toEqual([1, 1]);
    expect((await clara.view(handedIn.id)).cases).toHaveLength(1);
    await commands().release(`relief_application:${held.id}`, '王某', '案子结了');
  });

  it('is gone for whoever wants to hold it in the moment it is removed, and they are told so', async () => {
    const emma = house.resident();
    const { id } = await emma.draft([LIVING]);
    await age(id);
    const outside = new AsyncResource('somebody at the shell');
    const hold = () => commands().hold(`relief_application:${id}`, '王某', '法院来函');
    const removal = house.server.app.get(RowRemoval, { strict: false });
    const remove = removal.remove.bind(removal);
    let holding: ReturnType<typeof hold> | undefined;
    jest.spyOn(removal, 'remove').mockImplementationOnce((...what) => {
      holding = outside.runInAsyncScope(hold);
      return remove(...what);
    });
    await commands().run(false);
    expect(await holding).toEqual({ ok: false, lines: [`there is no relief_application:${id}`] });
    expect(await house.sql('SELECT 1 FROM legal_hold WHERE object = ?', [`relief_application:${id}`])).toEqual([]);
  });

  it('has no rule where the city has set no days', async () => {
    const removed = await house.server.app.get(Retention, { strict: false }).run({ dry: true });
    expect(removed.map(({ rule }) => rule.name)).not.toContain('relief');
  });

  it('can be asked of every rule on this database', async () => {
    Object.assign(house.server.app.get(Config), { keepDays: KEEP_DAYS });
    const removed = await house.server.app.get(Retention, { strict: false }).run({ dry: true });
    expect(new Set(removed.map(({ rule }) => rule.table)).size).toBe(17);
  });
});
