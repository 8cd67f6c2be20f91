import { startServer, type TestServer } from '../../../test/server';
import { Transactions } from '../database/transactions';
import { AddressTries } from './address-tries.entity';
import { DatabaseTries } from './database-tries';

const LIMIT = 5;
let server: TestServer;

const begin = async (env: Record<string, string> = {}) => {
  server = await startServer({ SIGN_INS_PER_ADDRESS: String(LIMIT), CLOCK_AT: '2026-11-25T02:03:00Z', ...env });
};
afterEach(() => server.end());

const signIn = (headers: Record<string, string> = {}, path = '/api/v1/sessions/wechat') =>
  server.post(
    path,
    JSON.stringify(path.includes('staff') ? { staffNumber: 'J1', code: '000000' } : { code: 'x' }),
    headers,
  );
const statuses = async (times: number, headers: (time: number) => Record<string, string> = () => ({})) => {
  const replies = await Promise.all(Array.from({ length: times }, (_, time) => signIn(headers(time))));
  return replies.map(({ status }) => status);
};

describe('signing in from one network', () => {
  it('is answered so often in ten minutes, however many come at once, and then told when to come again', async () => {
    await begin();
    const all = await statuses(3 * LIMIT);
    expect(all.filter((status) => status !== 429)).toHaveLength(LIMIT);
    const refused = await signIn();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '420']);
    expect(await refused.json()).toMatchObject({ code: 'sign-in.too-many-from-here' });
    expect(server.logs()).toContain('too-many-sign-ins');
  });

  it('cannot be made another network by a header', async () => {
    await begin();
    const all: number[] = [];
    // a thousand, but no thousand sockets at once: a busy machine resets some of them
    for (let round = 0; round < 20; round += 1) {
      all.push(...(await statuses(50, (time) => ({ 'x-forwarded-for': `198.51.100.${round * 12 + (time % 12)}` }))));
    }
    expect(all.filter((status) => status !== 429)).toHaveLength(LIMIT);
  }, 120_000);

  it('is counted by the address a trusted proxy saw, and by no address before that', async () => {
    await begin({ TRUSTED_PROXIES: '127.0.0.1' });
    const one = await statuses(2 * LIMIT, (time) => ({ 'x-forwarded-for': `203.0.113.${time}, 198.51.100.1` }));
    expect(one.filter((status) => status !== 429)).toHaveLength(LIMIT);
    expect((await signIn({ 'x-forwarded-for': '198.51.100.2' })).status).not.toBe(429);
  });

  it('is counted apart at the phone and at /staff', async () => {
    await begin();
    await statuses(LIMIT + 1);
    const staff = await Promise.all(Array.from({ length: LIMIT + 1 }, () => signIn({}, '/api/v1/staff/sessions')));
    expect(staff.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('is counted together by two servers on one database', async () => {
    await begin();
    // the embedded database is one process's: it refuses the second
    if (server.database.dialect === 'embedded') return;
    const env = { SIGN_INS_PER_ADDRESS: String(LIMIT), CLOCK_AT: '2026-11-25T02:03:00Z' };
    const second = await startServer(env, server.database);
    try {
      const body = JSON.stringify({ code: 'x' });
      const both = [server, second].flatMap((each) =>
        Array.from({ length: LIMIT }, () => each.post('/api/v1/sessions/wechat', body)),
      );
      const replies = await Promise.all(both);
      expect(replies.filter(({ status }) => status !== 429)).toHaveLength(LIMIT);
    } finally {
      await second.stop();
    }
  });

  it('keeps no address, and forgets its counts', async () => {
    await begin();
    await signIn();
    const { manager } = server.app.get(Transactions);
    const [row] = await manager.find(AddressTries);
    expect(row?.digest).toMatch(/^[0-9a-f]{64}$/);
    const tries = server.app.get(DatabaseTries, { strict: false });
    await tries.sweep();
    expect(await manager.count(AddressTries)).toBe(1);
    await manager.update(AddressTries, { digest: row?.digest ?? '' }, { period: 1 });
    await tries.sweep();
    expect(await manager.count(AddressTries)).toBe(0);
  });
});
