import { connect, type Socket } from 'node:net';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { startServer, type TestServer } from '../../../../test/server';
import { until } from '../../../../test/until';
import { Gauges } from '../../metrics/gauges';
import { RequestMetrics } from '../request-metrics';
import { Admission } from './admission';
import { LoopDelay } from './loop-delay';

const MOST = 4;
let server: TestServer;
let hanging: Socket[] = [];

beforeAll(async () => {
  server = await startServer({ MOST_IN_FLIGHT: String(MOST), SHED_AFTER_DELAY_MS: '200' });
});

// never what the machine of the test is
beforeEach(() => late(0));

afterEach(async () => {
  late(0);
  for (const socket of hanging) socket.destroy();
  hanging = [];
  await until(async () => expect(await inFlight()).toBe(0));
});

afterAll(() => server.end());

/** How late the event loop is said to be. */
function late(ms: number): void {
  Object.defineProperty(server.app.get(LoopDelay), 'ms', { value: ms, configurable: true });
}

async function metric(name: string): Promise<number> {
  const line = (await server.app.get(Gauges).text()).split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.split(' ')[1] ?? 0);
}
const inFlight = () => metric('http_requests_in_flight');

/** Requests whose bodies never come: each is inside until its caller hangs up. */
async function hang(count: number): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const before = hanging.length;
  for (let each = 0; each < count; each += 1) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const head = ['POST /api/v1/eligibility/assessments HTTP/1.1', 'host: x', 'content-type: application/json'];
    socket.write(`${[...head, 'content-length: 9'].join('\r\n')}\r\n\r\n`);
    hanging.push(socket);
  }
  await until(async () => expect(await inFlight()).toBe(before + count));
}

const wantsATime = () => server.post('/api/v1/bookings', '{}');
const looksAtTheirs = () => server.get('/api/v1/bookings');
const urgent = () => server.post('/api/v1/urgent-requests', '{}');
const statuses = async (...asked: (() => Promise<Response>)[]) => {
  const replies = await Promise.all(asked.map((ask) => ask()));
  return replies.map(({ status }) => status);
};

interface SentAwayLine {
  readonly traceId: string;
  readonly count: number;
}
const sum = (lines: readonly SentAwayLine[]) => lines.reduce((total, { count }) => total + count, 0);
const httpRequests = async () => server.app.get(RequestMetrics).text();

/** What is answered to a request that says it will send so many bytes, and sends none. */
function answeredOnly(line: string, bytes: number): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    hanging.push(socket);
    let heard = '';
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('close', () => resolve(heard));
    socket.write(`${line} HTTP/1.1\r\nhost: x\r\ncontent-length: ${bytes}\r\n\r\n`);
  });
}

describe('a server with more to do than it can', () => {
  it('sends away first who wants something new, then the rest, and never urgent help, its bureaus or its health', async () => {
    const callback = () => server.post('/api/v1/bureau-callbacks/identity', '{}');
    const staff = () => server.post('/api/v1/staff/sessions', '{}');
    // one after another: together they might be more than are let in at once, whoever comes first
    const all = async () => {
      const seen: number[] = [];
      for (const ask of [wantsATime, looksAtTheirs, urgent, callback, staff, () => server.get('/healthz')])
        seen.push((await ask()).status);
      return seen;
    };
    const unhurried = await all();
    expect(unhurried).toEqual([401, 401, 400, 401, 400, 200]);
    late(201);
    expect(await all()).toEqual([503, ...unhurried.slice(1)]);
    late(1001);
    expect(await all()).toEqual([503, 503, ...unhurried.slice(2)]);
    expect(await metric('http_requests_shed_total{standing="last",reason="loop-delay"}')).toBe(1);
  });

  it('says in plain words to come again, in some seconds that are not the same for everybody', async () => {
    late(201);
    const replies = await Promise.all(Array.from({ length: 40 }, wantsATime));
    const after = replies.map(({ headers }) => headers.get('retry-after') ?? '');
    for (const seconds of after) expect(seconds).toMatch(/^[2-6]$/);
    expect(new Set(after).size).toBeGreaterThan(2);
    const body = (await replies[0]?.json()) as { code: string; detail: string };
    expect(body).toMatchObject({ code: 'server.busy', status: 503, traceId: replies[0]?.headers.get('x-request-id') });
    expect(plainWordProblems(body.detail)).toEqual([]);
    expect(replies[0]?.headers.get('cache-control')).toBe('no-store');
  });

  it('counts who is inside, keeps a quarter more room for what people have already, and forgets who hung up', async () => {
    await hang(MOST - 1);
    expect(await statuses(wantsATime)).toEqual([401]);
    await hang(1);
    expect(await statuses(wantsATime)).toEqual([503]);
    expect(await statuses(looksAtTheirs, () => server.get('/healthz'))).toEqual([401, 200]);
    await hang(1);
    expect(await statuses(looksAtTheirs)).toEqual([503]);
    expect(await statuses(urgent)).toEqual([400]);
    for (const socket of hanging) socket.destroy();
    await until(async () => expect(await inFlight()).toBe(0));
    hanging = [];
    expect(await statuses(wantsATime)).toEqual([401]);
  });

  it('tells who waited too long for their turn to come again, and does nothing for who has gone', async () => {
    const admission = server.app.get(Admission);
    const told: string[] = [];
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    const first = Array.from({ length: 2 }, () =>
      admission.wait(
        () => undefined,
        () => undefined,
        () => false,
      ),
    );
    const wait = (who: string, gone = false) =>
      admission.wait(
        () => told.push(`${who} let in`),
        () => told.push(`${who} sent away`),
        () => gone,
      );
    expect([...first, wait('early'), wait('gone', true)]).toEqual(Array(4).fill(undefined));
    now.mockReturnValue(3001);
    wait('late');
    await new Promise((resolve) => setImmediate(resolve));
    jest.restoreAllMocks();
    expect(told).toEqual(['early sent away', 'late let in']);
  });

  it('gives all it sends away in a second one trace, and writes one line of them', async () => {
    late(201);
    const sent = await Promise.all(Array.from({ length: 30 }, wantsATime));
    const traces = new Set(sent.map(({ headers }) => headers.get('x-request-id')));
    expect(traces.size).toBeLessThan(30);
    const counted = () =>
      server
        .logs()
        .split('\n')
        .flatMap((line) => (line.includes('"SentAway"') ? [JSON.parse(line) as SentAwayLine] : []));
    await until(async () =>
      expect(sum(counted().filter(({ traceId }) => traces.has(traceId)))).toBeGreaterThanOrEqual(30),
    );
    const own = counted().filter(({ traceId }) => traces.has(traceId));
    expect(own.length).toBe(traces.size);
    expect(own[0]).toMatchObject({ method: 'POST', route: '/api/v1/bookings', status: 503 });
    expect(
      server
        .logs()
        .split('\n')
        .filter((line) => [...traces].some((trace) => trace && line.includes(trace))),
    ).toHaveLength(own.length);
    expect(await httpRequests()).toContain('method="POST",route="/api/v1/bookings",status="503"');
  });

  it('knows an address however it is written, and lets nobody send it what will not be read', async () => {
    late(201);
    const written = ['/api/v1/%62ookings', '/api/v1/bookings?x=1', '/api/v1/bookings'];
    for (const path of written) expect((await server.post(path, '{}')).status).toBe(503);
    expect((await server.post('/api/v1/%zz', '{}')).status).toBe(404);
    const small = await wantsATime();
    expect(small.headers.get('connection')).toBe('keep-alive');
    const large = await answeredOnly('POST /api/v1/bookings', 300_000);
    expect(large).toContain('503 Service Unavailable');
    expect(large.toLowerCase()).toContain('connection: close');
  });

  it('has the same headers as every other answer', async () => {
    const served = await wantsATime();
    late(201);
    const away = await wantsATime();
    const names = (reply: Response) => [...reply.headers.keys()].filter((name) => name !== 'retry-after').sort();
    expect([served.status, away.status]).toEqual([401, 503]);
    expect(names(away)).toEqual(names(served));
  });

  it('does not wait for ever for a head or a body, nor for more connections than it can hold', () => {
    const http = server.app.getHttpServer();
    const { headersTimeout, requestTimeout, maxConnections } = http;
    expect({ headersTimeout, requestTimeout, maxConnections }).toEqual({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      maxConnections: 20_000,
    });
  });
});
