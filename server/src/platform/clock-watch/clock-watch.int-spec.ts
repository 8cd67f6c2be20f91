import { MONDAY, newReader, openWindow, playReadingRoom } from '../../../test/reading-house';
import { startServer, type TestServer } from '../../../test/server';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { Gauges } from '../metrics/gauges';

const TEN_MINUTES_MS = 600_000;
const FIVE_MINUTES_MS = 300_000;
const machine = Date.now;

afterEach(() => jest.restoreAllMocks());

/** Another server whose machine is so far ahead of everybody else. */
async function aheadBy(ms: number): Promise<TestServer> {
  jest.spyOn(Date, 'now').mockImplementation(() => machine() + ms);
  const server = await startServer();
  playReadingRoom(server);
  return server;
}

const wrongBy = (server: TestServer) => Math.abs(server.app.get(Clock).now().getTime() - machine());
const isOneMachine = process.env.TEST_DIALECT === 'embedded';

describe('a server whose machine has the wrong time', () => {
  it.each([TEN_MINUTES_MS, -TEN_MINUTES_MS])('by %d ms has everybody else’s all the same, and says so', async (ms) => {
    const server = await aheadBy(ms);
    try {
      // one file, one machine: there is nobody else to agree with
      if (isOneMachine) return expect(wrongBy(server)).toBeGreaterThan(FIVE_MINUTES_MS);
      expect(wrongBy(server)).toBeLessThan(5000);
      expect(server.logs()).toContain('this machine’s clock is wrong');
      const [, told] = /clock_ahead_ms (-?\d+)/.exec(await server.app.get(Gauges).text()) ?? [];
      expect(Math.abs(Number(told) - ms)).toBeLessThan(5000);
    } finally {
      await server.end();
    }
  });

  it('lets nobody book early, and nobody wait longer', async () => {
    if (isOneMachine) return;
    for (const [ms, opensIn, status] of [
      [TEN_MINUTES_MS, FIVE_MINUTES_MS, 409],
      [-TEN_MINUTES_MS, -FIVE_MINUTES_MS, 201],
    ] as const) {
      const server = await aheadBy(ms);
      try {
        const { manager } = server.app.get(Transactions);
        const [{ now }] = await manager.query('SELECT UNIX_TIMESTAMP(NOW(3)) * 1000 AS now');
        const startsIn = Math.ceil((Number(now) - MONDAY) / 3_600_000) + 24;
        const windowId = await openWindow(server, { opensAt: Number(now) + opensIn, startsIn });
        const reader = await newReader(server);
        expect((await reader.wish(windowId)).status).toBe(status);
      } finally {
        await server.end();
      }
    }
  });
});

it('a machine that is right is left alone', async () => {
  const server = await startServer();
  try {
    expect(server.logs()).not.toContain('clock');
    expect(wrongBy(server)).toBeLessThan(1000);
  } finally {
    await server.end();
  }
});
