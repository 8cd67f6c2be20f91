import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { bureauEnv } from '../test/callback';
import { canaryPerson, columnsOf, hits, needlesOf, type Place, secretsOf } from '../test/canary';
import { registryEnv } from '../test/canary-couple';
import { journeys } from '../test/canary-journeys';
import { startIdentityDesk } from '../test/identity-desk';
import { type LocalBureau, startLocalBureau } from '../test/local-bureau';
import { startServer, type TestServer } from '../test/server';
import { type LocalWechat, startLocalWechat } from '../test/wechat';
import { personalTables } from './modules/rights/catalogue/catalogue';
import { RequestMetrics } from './platform/http/request-metrics';
import { Jobs } from './platform/jobs/jobs';
import { Gauges } from './platform/metrics/gauges';

/** Tables of the catalogue that the people of this spec leave empty, some of them by day alone: nothing is shown of them. */
const NOBODY_CAME_TO = new Set(
  [
    'notice_grant verified_death death_effect relief_application_subject relief_filer relief_reported_change',
    'relief_rating borrowed_sign_in notice_deferral',
    'relief_follow_up relief_commitment relief_promise relief_promise_reminder relief_case_hop relief_case_due',
    'relief_late_step relief_means_check relief_dispute relief_appeal booking_cancel_count booking_reminder',
    'displaced_booking kept_time replacing_wish replacing_move marriage_divorce marriage_divorce_party',
    'waiting_turn farewell_link sea_filing sea_certificate sea_report_aside legal_hold relief_route_change',
    'relief_delegation holiday_notice booking_site_edit kin_wish',
  ].flatMap((names) => names.split(' ')),
);

let wechat: LocalWechat;
let identity: LocalBureau;
let bureau: LocalBureau;
let server: TestServer;
const people = journeys.map(() => ({ person: canaryPerson(), relative: canaryPerson() }));
const walked: (readonly number[])[] = [];
const problems: Place[] = [];

/** All but the values a problem hands back on purpose: of two versions of a draft both are shown to its owner. */
function wordsOf(problem: Record<string, unknown>): string {
  const standard = ['type', 'title', 'status', 'code', 'detail', 'errors', 'traceId'];
  const own = Object.entries(problem).filter(([name]) => standard.includes(name));
  return `${JSON.stringify(Object.fromEntries(own))} ${keysIn(problem).join(' ')}`;
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** Every problem the server answered, whoever asked. */
function listenToProblems(): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = async (...asked) => {
    const response = await fetch(...asked);
    if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
      const text = wordsOf((await response.clone().json()) as Record<string, unknown>);
      problems.push({ where: `problem ${problems.length + 1}: ${text}`, bytes: Buffer.from(text) });
    }
    return response;
  };
  return () => {
    globalThis.fetch = fetch;
  };
}

beforeAll(async () => {
  wechat = await startLocalWechat();
  const desk = await startIdentityDesk();
  identity = desk.bureau;
  bureau = await startLocalBureau();
  bureau.behave((response, { text }) => void response.writeHead(422, { 'content-type': 'text/plain' }).end(text));
  server = await startServer({
    ...bureauEnv,
    BUREAU_SOCIAL_ASSISTANCE_URL: bureau.url,
    ...registryEnv(bureau.url),
    ...desk.env,
    ...wechat.env,
    LOG_LEVEL: 'debug',
  });
  const stop = listenToProblems();
  for (const [index, { walk }] of journeys.entries()) {
    const who = people[index];
    if (who) walked.push(await walk(server, who.person, { relative: who.relative, bureau }));
  }
  stop();
  await server.app.get(Jobs).wake('audit-seal');
  // every journey there is, one after the other
}, 90_000);

afterAll(async () => {
  await server.end();
  await identity.close();
  await bureau.close();
  await wechat.close();
});

const secrets = people.flatMap(({ person, relative }) => [...secretsOf(person), ...secretsOf(relative)]);

/** Whatever lies in the data folder: the embedded database with its log, and what was deleted from it. */
function filesIn(folder: string): Place[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ where: path, bytes: readFileSync(path) }));
}

describe('the journeys', () => {
  it.each(journeys.map((journey, index) => [journey.name, journey, index] as const))(
    'go where they are meant to: %s',
    (_name, { expected }, index) => {
      expect(walked[index]).toEqual(expected);
    },
  );
});

it('WeChat’s secret goes where WeChat asks for it, and into no line of ours', () => {
  const secret = wechat.env.WECHAT_APP_SECRET ?? '';
  const told = wechat.bureau.deliveries.filter(({ path, text }) => `${path} ${text}`.includes(secret));
  expect(told.length).toBeGreaterThan(0);
  const others = told.filter(
    ({ path }) => !path.startsWith('/sns/jscode2session?') && path !== '/cgi-bin/stable_token',
  );
  expect(others).toEqual([]);
  const kept = [{ where: 'the log', bytes: Buffer.from(server.logs()) }, ...filesIn(server.database.config.dataDir)];
  expect(hits(kept, [secret])).toEqual([]);
});

describe('nobody who was here is found', () => {
  it('in the log, whatever its level', () => {
    const log = server.logs();
    expect(log.split('\n').length).toBeGreaterThan(journeys.length);
    expect(hits([{ where: 'the log', bytes: Buffer.from(log) }], secrets)).toEqual([]);
  });

  it('in any column of any table', async () => {
    const columns = await columnsOf(server.app.get(DataSource));
    const wheres = columns.map(({ where }) => where);
    expect(wheres).toEqual(
      expect.arrayContaining([
        'account.openid',
        'audit_row.reason',
        'booking.excused_why',
        'booking_party.phone',
        'deceased_request.answer',
        'deceased_request.deceased',
        'deceased_request.relative_name',
        'deceased_request.relative_number',
        'deceased_request.said',
        'inbox_event.body',
        'outbox_message.payload',
        'person.name',
        'relief_application.fields',
        'relief_case_event.detail',
        'waiting_entry.told',
      ]),
    );
    expect(hits(columns, secrets)).toEqual([]);
    const filled = new Set(wheres.map((where) => where.split('.')[0]));
    const empty = personalTables.map(({ table }) => table).filter((table) => !filled.has(table));
    expect(empty.filter((table) => !NOBODY_CAME_TO.has(table))).toEqual([]);
  });

  it('in fewer tables than it looks: what nobody here comes to is named', () => {
    const known = new Set(personalTables.map(({ table }) => table));
    expect([...NOBODY_CAME_TO].filter((table) => !known.has(table))).toEqual([]);
  });

  it('in the files beside the database', () => {
    const files = filesIn(server.database.config.dataDir);
    expect(files.length).toBeGreaterThan(0);
    expect(hits(files, secrets)).toEqual([]);
  });

  it('in an address that others were asked at, which every proxy on the way writes down', () => {
    const asked = [...wechat.bureau.deliveries, ...identity.deliveries, ...bureau.deliveries];
    // the code that a phone sent is WeChat's own, and here it names who sent it
    const paths = asked.map(({ path }) => path.replace(/(?<=[?&]js_code=)[^&]*/, ''));
    expect(paths.length).toBeGreaterThan(journeys.length);
    expect(hits([{ where: 'an address', bytes: Buffer.from(paths.join('\n')) }], secrets)).toEqual([]);
  });

  it('in the metrics', async () => {
    const text = `${server.app.get(RequestMetrics).text()}${await server.app.get(Gauges).text()}`;
    expect(text).toContain('http_requests_total');
    expect(hits([{ where: 'the metrics', bytes: Buffer.from(text) }], secrets)).toEqual([]);
  });

  it('in any problem, keys included', () => {
    expect(problems.length).toBeGreaterThan(8);
    expect(hits(problems, secrets)).toEqual([]);
  });
});

describe('the scan', () => {
  const person = canaryPerson();

  it('finds everything of a person in every way it may be written', () => {
    const needles = secretsOf(person).flatMap(needlesOf);
    expect(needles.length).toBeGreaterThan(80);
    for (const { secret, encoding, bytes } of needles) {
      const around = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]);
      expect(hits([{ where: 'here', bytes: around }], [secret])).toContain(`here holds ${secret} (${encoding})`);
    }
  });

  it('finds base64 wherever in a longer text the secret stands, also in the alphabet of addresses', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const text = Buffer.from(`${before}${person.name}和别人`).toString(encoding);
        expect(hits([{ where: 'here', bytes: Buffer.from(text) }], [person.name])).toHaveLength(1);
      }
    }
  });

  it('finds what is planted in a column, readable or as bytes', async () => {
    const dataSource = server.app.get(DataSource);
    await dataSource.query('CREATE TABLE planted (words text, bytes blob)');
    const bytes = Buffer.from(person.idNumber, 'utf16le');
    await dataSource.query('INSERT INTO planted (words, bytes) VALUES (?, ?)', [`谁是${person.name}？`, bytes]);
    const found = hits(await columnsOf(dataSource), secretsOf(person));
    await dataSource.query('DROP TABLE planted');
    expect(found).toEqual([
      `planted.words holds ${person.name} (plain)`,
      `planted.bytes holds ${person.idNumber} (UTF-16LE)`,
    ]);
  });
});
