import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallableAddresses } from '../config/callable-addresses';
import { BureauLine, LINE_LIMITS } from './bureau-line';
import { answerByStatus } from './bureau-reply';
import { Egress, type Resolve } from './egress';

const REFUSED = { kind: 'failed', answered: false, why: 'no answer (ADDRESS_REFUSED)' };

/** A trap at each of two addresses of this machine, with one port. */
let traps: Server[] = [];
let port: number;
let taken: string[];

beforeEach(async () => {
  taken = [];
  const trap = (host: string, at: number) =>
    new Promise<Server>((resolve) => {
      const server = createServer((_request, response) => void response.writeHead(200).end('{}'));
      server.on('connection', () => taken.push(host));
      server.listen(at, host, () => resolve(server));
    });
  const first = await trap('127.0.0.1', 0);
  port = (first.address() as AddressInfo).port;
  traps = [first, await trap('127.0.0.2', port)];
});
afterEach(() => Promise.all(traps.map((trap) => new Promise((resolve) => trap.close(resolve)))));

/** What comes of calling this address once, on a line of its own. */
async function call(host: string, egress: Egress) {
  const line = new BureauLine(new URL(`http://${host}:${port}`).origin, egress, LINE_LIMITS);
  const answer = await line.exchange({ method: 'GET', path: '/', headers: {}, body: '' }, answerByStatus);
  await line.hangUp();
  return answer;
}

const inProduction = (networks: readonly string[], resolve?: Resolve) =>
  new Egress(new CallableAddresses(true, networks), resolve);
const resolvesTo =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('in production nothing is connected to', () => {
  it.each([
    ...['127.0.0.1', '127.1', '0x7f000001', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '127。0。0。1', 'localhost'],
    ...['169.254.169.254', '100.64.0.1', '10.0.0.1', '0.0.0.0', 'sa.example.cn@127.0.0.1', '127.0.0.1#sa.example.cn'],
  ])('at %s', async (host) => {
    expect(await call(host, Egress.of({ environment: 'production' }))).toEqual(REFUSED);
    expect(taken).toEqual([]);
  });

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine in other words', ['::ffff:127.0.0.1']],
    ['a cloud’s secrets', ['169.254.169.254']],
    ['a carrier’s inside', ['100.64.3.2']],
    ['IPv4 within IPv6', ['64:ff9b::7f00:1']],
    ['somewhere good and this machine too', ['93.184.216.34', '127.0.0.1']],
    ['nowhere', []],
  ])('whose name leads to %s', async (_what, addresses) => {
    expect(await call('sa.example.cn', inProduction([], resolvesTo(...addresses)))).toEqual(REFUSED);
    expect(taken).toEqual([]);
  });

  it('outside an upstream’s own networks, where it has some', async () => {
    const egress = inProduction(['10.20.0.0/16'], resolvesTo('93.184.216.34'));
    expect(await call('sa.example.cn', egress)).toEqual(REFUSED);
  });
});

describe('a name that leads elsewhere at the second look', () => {
  it('is looked at once for a connection, which goes where that look led', async () => {
    const answers = [['127.0.0.2'], ['127.0.0.1']];
    const resolve: Resolve = (name) => resolvesTo(...(answers.shift() ?? []))(name);
    const egress = inProduction(['127.0.0.2/32'], resolve);
    expect(await call('sa.example.cn', egress)).toMatchObject({ kind: 'done' });
    expect([taken, answers.length]).toEqual([['127.0.0.2'], 1]);
    expect(await call('sa.example.cn', egress)).toEqual(REFUSED);
    expect(taken).toEqual(['127.0.0.2']);
  });

  it('is not followed there by a redirect', async () => {
    traps[1]?.removeAllListeners('request');
    traps[1]?.on('request', (_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    });
    const egress = inProduction(['127.0.0.2/32'], resolvesTo('127.0.0.2'));
    expect(await call('sa.example.cn', egress)).toMatchObject({ kind: 'failed', why: 'status 302' });
    expect(taken).toEqual(['127.0.0.2']);
  });
});

describe('outside production', () => {
  it('this machine is called, and a cloud’s secrets are not', async () => {
    const egress = Egress.of({ environment: 'development' });
    expect(await call('127.0.0.1', egress)).toMatchObject({ kind: 'done' });
    expect(await call('169.254.169.254', egress)).toEqual(REFUSED);
  });
});
