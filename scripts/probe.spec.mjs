import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { inWords, monthOf, probe } from './lib/probe.mjs';
import { inRoot } from './lib/root.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-probe-'));
const servers = [];
after(() => {
  for (const server of servers) server.close(server.closeAllConnections());
  rmSync(folder, { recursive: true, force: true });
});

const GOOD = {
  '/': '<title>津门民政</title>',
  '/api/v1/standards': '{"standards":[{}]}',
  '/api/v1/services/marriage-registration/windows': '{"windows":[]}',
  '/api/v1/voyages': '{"voyages":[]}',
};

/** A city whose answer to one path is another; `asked` are the paths it was asked for. */
async function city(bad = () => undefined) {
  const asked = [];
  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url, 'http://city');
    asked.push(request.url);
    const other = bad(pathname, asked.filter((url) => url.startsWith(pathname)).length);
    if (other === 'silent') return;
    reply.writeHead(other?.status ?? 200, { 'retry-after': '5' }).end(other?.body ?? GOOD[pathname]);
  });
  servers.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, asked };
}

const patient = { nowMs: () => Date.UTC(2026, 10, 30, 17), patienceMs: 20_000, againAfterMs: 1 };

describe('who asks each minute whether residents are served', () => {
  it('asks for the page, the figures, today’s weddings as Tianjin counts the day, and the voyages', async () => {
    const { origin, asked } = await city();
    const { at, ms, failed } = await probe(origin, patient);
    assert.equal(at, '2026-11-30T17:00:00.000Z');
    assert.deepEqual(failed, {});
    assert.deepEqual(Object.keys(ms), ['page', 'self-check', 'wedding-times', 'voyages']);
    assert.ok(asked.includes('/api/v1/services/marriage-registration/windows?from=2026-12-01&to=2026-12-01'));
  });

  for (const [what, path_, answer, name, said] of [
    ['503', '/api/v1/voyages', { status: 503 }, 'voyages', 'status 503'],
    ['an error page with 200', '/api/v1/standards', { body: '<html>nginx</html>' }, 'self-check', 'another answer'],
    ['no figures', '/api/v1/standards', { body: '{"standards":[]}' }, 'self-check', 'another answer'],
    ['somebody else’s page', '/', { body: '<title>Welcome</title>' }, 'page', 'another answer'],
  ])
    it(`calls it failed when the answer is ${what}, and the rest is asked all the same`, async () => {
      const { origin } = await city((asked) => (asked === path_ ? answer : undefined));
      const { failed, ms } = await probe(origin, patient);
      assert.deepEqual(failed, { [name]: said });
      assert.equal(Object.keys(ms).length, 3);
    });

  it('waits no longer than whoever holds a phone', async () => {
    const { origin } = await city((asked) => (asked === '/api/v1/voyages' ? 'silent' : undefined));
    assert.equal((await probe(origin, { ...patient, patienceMs: 200 })).failed.voyages, 'no answer in 200 ms');
  });

  it('asks once more before it calls it failed', async () => {
    const { origin } = await city((path_, times) => (path_ === '/' && times === 1 ? { status: 502 } : undefined));
    assert.deepEqual((await probe(origin, patient)).failed.page, undefined);
  });

  it('calls everything failed where nobody listens', async () => {
    const { failed } = await probe('http://127.0.0.1:9', patient);
    assert.equal(Object.keys(failed).length, 4);
  });
});

const minute = (day, number, failed = {}) => ({
  at: new Date(Date.parse(`${day}T00:00:00+08:00`) + number * 60_000).toISOString(),
  ms: {},
  failed,
});

describe('what a month had and what is gone of it', () => {
  const afterwards = Date.parse('2027-01-01T00:00:00Z');

  it('is 43 minutes of thirty days, by Tianjin’s calendar', () => {
    const lines = [minute('2026-11-01', 0, { page: 'status 503' }), minute('2026-11-30', 1439, { page: 'status 503' })];
    const other = [minute('2026-10-31', 1439, { page: 'x' }), minute('2026-12-01', 0, { page: 'x' })];
    const { down, budget, seen } = monthOf([...lines, ...other], '2026-11', afterwards);
    assert.deepEqual([down, seen, budget.toFixed(1)], [2, 2, '43.2']);
  });

  it('counts a minute once, however many probes and steps failed in it, and a good one beside them saves nothing', () => {
    const twice = { page: 'status 503', voyages: 'status 503' };
    const lines = [minute('2026-11-02', 7, twice), minute('2026-11-02', 7.5), minute('2026-11-02', 8)];
    const { down, seen, downAt } = monthOf(lines, '2026-11', afterwards);
    assert.deepEqual({ down, seen, downAt }, { down: 1, seen: 2, downAt: { page: 1, voyages: 1 } });
  });

  it('says how many minutes nobody looked, and does not call them good', () => {
    const now = Date.parse('2026-11-01T01:00:00+08:00');
    const month = monthOf([minute('2026-11-01', 3)], '2026-11', now);
    assert.deepEqual([month.seen, month.unseen], [1, 59]);
    assert.match(inWords(monthOf([], '2026-11', now)).lines[0], /nothing was seen; 60 minutes unseen/);
  });

  it('is over with the forty-fourth minute', () => {
    const down = (count) =>
      inWords(
        monthOf(
          Array.from({ length: count }, (_, number) => minute('2026-11-03', number, { page: 'status 503' })),
          '2026-11',
          afterwards,
        ),
      );
    assert.equal(down(43).ok, true);
    assert.equal(down(44).ok, false);
  });
});

describe('npm run probe', () => {
  const run = async (...args) => {
    const child = spawn(process.execPath, [inRoot('scripts/probe.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    return { code: await new Promise((resolve) => child.on('close', resolve)), said };
  };
  const file = path.join(folder, 'probes.jsonl');

  it('adds a line each time, and fails with the step that failed', async () => {
    const { origin } = await city();
    assert.equal((await run(origin, file)).code, 0);
    const ill = await city((asked) => (asked === '/' ? { status: 500 } : undefined));
    const { code, said } = await run(ill.origin, file);
    assert.equal(code, 1);
    assert.match(said, /page: status 500/);
    assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 2);
  });

  it('says what is left of a month, also after a line was torn, and fails when more is gone', async () => {
    const lines = Array.from({ length: 44 }, (_, number) => minute('2026-11-03', number, { page: 'status 503' }));
    writeFileSync(file, `{"at":"2026\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const { code, said } = await run('--month', '2026-11', file);
    assert.equal(code, 1);
    assert.match(said, /44 of 43\.2 minutes that 99\.9 % leaves are gone \(page 44\)/);
    assert.equal((await run('--month', '2026-13', file)).code, 1);
  });
});
