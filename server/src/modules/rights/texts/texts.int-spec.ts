import type { RulesView } from '@jinmen/shared/residents/rights';
import { emptyDatabase, type TestDatabase } from '../../../../test/database';
import { type Reply, send } from '../../../../test/resident';
import { startServer, type TestServer } from '../../../../test/server';
import { Transactions } from '../../../platform/database/transactions';
import { IntegrityChecks } from '../../../platform/integrity/integrity-checks';
import { TEXTS, TextVersion } from './text-version.entity';
import { TextVersions } from './text-versions.service';

const OTHER_DAYS = { KEEP_RELIEF_DAYS: '777' };

let database: TestDatabase;
let server: TestServer | undefined;

beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await database.remove();
});

/** The server anew, on what the one before it left. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  await server?.stop();
  server = await startServer(env, database);
  return server;
}

const rows = (at: TestServer) => at.app.get(Transactions).manager.find(TextVersion);
const asked = (at: TestServer, path: string): Promise<Reply> => send(at, 'GET', `/api/v1/${path}`);
async function read(at: TestServer, path: string): Promise<RulesView> {
  const { status, body } = await asked(at, path);
  if (status !== 200) throw new Error(`${path} was answered ${status}`);
  return body as unknown as RulesView; // cast: what a 200 of these routes is, by their schema
}
const wrong = async (at: TestServer) =>
  (await at.app.get(IntegrityChecks).run({ all: true })).find(({ name }) => name === 'texts')?.wrong;

describe('the privacy text and the agreement', () => {
  it('are kept word for word from the first start on, once each', async () => {
    const first = await start();
    for (const name of TEXTS) {
      const view = await read(first, name);
      expect(view.versions).toEqual([{ version: view.version, since: view.since, inForce: true }]);
      expect(await read(first, `${name}?version=${view.version}`)).toEqual(view);
    }
    const kept = await rows(first);
    expect(kept.map(({ name }) => name).sort()).toEqual(['agreement', 'privacy']);
    expect(await rows(await start())).toEqual(kept);
  });

  it('are kept once when several processes start at the same moment', async () => {
    const one = await start();
    await one.app.get(Transactions).manager.clear(TextVersion);
    const versions = one.app.get(TextVersions, { strict: false });
    await Promise.all([1, 2, 3, 4].map(() => versions.onApplicationBootstrap()));
    expect(await rows(one)).toHaveLength(TEXTS.length);
  });

  it('can be read again as they were when other words are in force', async () => {
    const before = await read(await start(), 'privacy');
    const now = await start(OTHER_DAYS);
    const after = await read(now, 'privacy');
    expect(after.versions.map(({ version, inForce }) => [version, inForce])).toEqual([
      [after.version, true],
      [before.version, false],
    ]);
    expect(after.versions[1]).toMatchObject({ since: before.since, until: after.since });
    const again = await read(now, `privacy?version=${before.version}`);
    expect([again.version, again.since, again.sections]).toEqual([before.version, before.since, before.sections]);
    expect(JSON.stringify(again.sections)).not.toContain('777');
    expect(again.versions).toEqual(after.versions);
  });

  it('of which there never was such a version are said not to be there', async () => {
    const at = await start();
    const { version } = await read(at, 'agreement');
    const unknown = await asked(at, 'privacy?version=nosuchversion');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'rules.no-such-version']);
    expect((await asked(at, `privacy?version=${version}`)).status).toBe(404);
    for (const bad of ['privacy?version=', 'privacy?version=%27', 'privacy?version=a&version=b']) {
      const reply = await asked(at, bad);
      expect([bad, reply.status, reply.body.code]).toEqual([bad, 400, 'request.invalid']);
    }
  });

  it('are shown to nobody in words that somebody put there later, and the check tells', async () => {
    const { version } = await read(await start(), 'privacy');
    const now = await start(OTHER_DAYS);
    expect(await wrong(now)).toEqual([]);
    const sections = [{ title: '别的', lines: ['别的话。'] }];
    await now.app.get(Transactions).manager.update(TextVersion, { name: 'privacy', version }, { sections });
    expect((await asked(now, `privacy?version=${version}`)).status).toBe(404);
    // served by whoever has these words: what it serves is right, what is kept is not, and stays as it was found
    const back = await start();
    expect(JSON.stringify((await read(back, 'privacy')).sections)).not.toContain('别的话');
    expect(await wrong(back)).toEqual([`the privacy text ${version} does not say what it said`]);
  });
});
