import type { WindowView } from '@jinmen/shared/bookings/views';
import { civilDate } from '@jinmen/shared/kernel/civil-date';
import fc from 'fast-check';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { until } from '../../../../test/until';
import { RequestMetrics } from '../../../platform/http/request-metrics';
import { SlotDesk, SlotInventory } from '../../slot-inventory/slot-inventory.port';
import { windowView } from '../window-views';

const RUNS = Number(process.env.BOOKING_RUNS ?? 4);
const DAY = civilDate('2026-12-07');
const SERVICE = `/api/v1/services/${READING_ROOM}`;
const WINDOWS = `${SERVICE}/windows?site=north&kind=desk&from=${DAY}&to=${DAY}`;
/** Hours from the house's Monday to nine o'clock of the day. */
const MORNING = 7 * 24;

let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});

afterAll(() => house.end());

let hours = 0;
const open = (given: Parameters<ReadingHouse['open']>[0] = {}) => {
  hours += 0.05;
  return house.open({ startsIn: MORNING + hours, ...given });
};
const part = <Part>(token: abstract new (...args: never[]) => Part): Part =>
  // cast: Nest takes a class, but not an abstract one that has arguments
  house.server.app.get(token as never, { strict: false });

/** What anybody is told of the day's windows, by id. */
async function told(): Promise<Readonly<Record<string, WindowView>>> {
  const response = await house.server.get(WINDOWS);
  const { windows } = (await response.json()) as { windows: WindowView[] };
  return Object.fromEntries(windows.map((window) => [window.id, window]));
}

/** The same as the database has it at this moment. */
async function direct(): Promise<Readonly<Record<string, WindowView>>> {
  const found = await part(SlotInventory).windows({ service: READING_ROOM, sites: ['north'], from: DAY, to: DAY });
  const desks = found.filter(({ pool }) => pool.kind === 'desk');
  const views = desks.map((window) => windowView(house.room, window, new Date(house.now())));
  return Object.fromEntries(views.map((view) => [view.id, view]));
}

describe('times many look at', () => {
  it('are read and written out once for a hundred who ask at once, and say the same of themselves each time', async () => {
    await open();
    const readings = jest.spyOn(part(SlotInventory), 'windows');
    // a busy machine takes longer than the memory keeps
    jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    const replies = await Promise.all(Array.from({ length: 100 }, () => house.server.get(WINDOWS)));
    expect(readings).toHaveBeenCalledTimes(1);
    jest.restoreAllMocks();
    const heads = replies.map(({ status, headers }) => {
      const { date: _, 'x-request-id': __, ...head } = Object.fromEntries(headers);
      return JSON.stringify([status, head]);
    });
    expect(new Set(heads).size).toBe(1);
    expect(new Set(await Promise.all(replies.map((reply) => reply.text()))).size).toBe(1);
  });

  it('are logged and counted by their route, with the id the caller gave, remembered or not', async () => {
    const traceId = '6b1c7f0e-52a1-4c1e-9d53-0d2f5f3c2a11';
    const lines = () =>
      house.server
        .logs()
        .split('\n')
        .filter((line) => line.includes(traceId));
    const ask = () => house.server.get(WINDOWS, { 'x-request-id': traceId });
    const replies = [await ask(), await ask(), await ask()];
    expect(replies.map(({ headers }) => headers.get('x-request-id'))).toEqual([traceId, traceId, traceId]);
    await until(() => expect(lines()).toHaveLength(3));
    for (const line of lines()) {
      expect(JSON.parse(line)).toMatchObject({
        method: 'GET',
        route: '/api/v1/services/:service/windows',
        status: 200,
      });
    }
    expect(part(RequestMetrics).text()).toContain('route="/api/v1/services/:service/windows",status="200"');
  });

  it('that open at the stroke are open at the stroke, and over at theirs, without anybody having changed them', async () => {
    const opensAt = house.now() + 60_000;
    const id = await open({ opensAt });
    const closesAt = Date.parse((await told())[id]?.closesAt ?? '');
    const stateAt = async (ms: number) => {
      house.at(ms);
      return (await told())[id]?.state;
    };
    const before = house.now();
    const states = [await stateAt(opensAt - 1), await stateAt(opensAt), await stateAt(closesAt - 1)];
    expect([...states, await stateAt(closesAt)]).toEqual(['not-yet-open', 'open', 'open', 'over']);
    house.at(before);
  });

  it('that somebody took elsewhere are seen within the memory’s time', async () => {
    const id = await open({ capacity: 2 });
    expect((await told())[id]?.left).toBe(2);
    await house.transactions.manager.query('UPDATE slot_window SET taken = 1 WHERE id = ?', [id]);
    await until(async () => expect((await told())[id]?.left).toBe(1));
  });

  it('of a day begin with today, and a minute past midnight that is another day', async () => {
    const first = async () => {
      const response = await house.server.get(`${SERVICE}/days?kind=desk`);
      return ((await response.json()) as { days: { day: string }[] }).days[0]?.day;
    };
    const now = house.now();
    house.at(Date.parse('2026-11-25T15:59:59.999Z'));
    expect(await first()).toBe('2026-11-25');
    house.at(Date.parse('2026-11-25T16:00:00.000Z'));
    expect(await first()).toBe('2026-11-26');
    house.at(now);
  });
});

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('hold' as const), who: fc.nat(2), window: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), who: fc.nat(2), window: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('desk' as const), window: fc.nat(2), shut: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 11, 31) }) },
);

it('whoever did something and looks again is told what the database has, whatever was done', async () => {
  const start = house.now();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 16 }), async (acts) => {
      house.at(start);
      const readers = await Promise.all([house.reader(), house.reader(), house.reader()]);
      const windows = [await open({ capacity: 2 }), await open(), await open({ opensAt: start + 20 * 60_000 })];
      const ids = new Map<Reader, string>();
      for (const next of acts) {
        const reader = 'who' in next ? readers[next.who] : undefined;
        const windowId = 'window' in next ? windows[next.window] : undefined;
        const id = reader && ids.get(reader);
        if (next.do === 'hold' && reader && windowId) {
          const { status, body } = await reader.wish(windowId);
          if (status === 201) ids.set(reader, String(body.id));
        } else if (next.do === 'cancel' && reader && id) await reader.call('DELETE', `/${id}`);
        else if (next.do === 'move' && reader && id) await reader.call('POST', `/${id}/reschedule`, { windowId });
        else if (next.do === 'desk' && windowId) await shut(windowId, next.shut);
        else if (next.do === 'open') await open();
        else if (next.do === 'wait') house.at(house.now() + next.minutes * 60_000);
        expect(await told()).toEqual(await direct());
      }
    }),
    { numRuns: RUNS },
  );
});

function shut(windowId: string, closed: boolean): Promise<unknown> {
  const change = closed
    ? ({ act: 'close', windowId, why: '当天停办' } as const)
    : ({ act: 'reopen', windowId } as const);
  return house.transactions.run(() => part(SlotDesk).apply([change]));
}
