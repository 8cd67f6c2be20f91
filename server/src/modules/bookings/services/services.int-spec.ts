import type { BookingDayView, ServiceView, SiteView, WindowView } from '@jinmen/shared/bookings/views';
import { MONDAY, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { HotDays } from '../../openings/hot-days.port';
import { SlotDesk } from '../../slot-inventory/slot-inventory.port';

let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});

afterAll(() => house.end());

const DAY = '2026-11-30';
const SERVICE = '/api/v1/services/reading-room';

async function get<Body>(path: string): Promise<Body> {
  const response = await house.server.get(path);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}
const statusOf = async (path: string) => (await house.server.get(path)).status;
const windowsOf = async (query: string) =>
  (await get<{ windows: WindowView[] }>(`${SERVICE}/windows?${query}`)).windows;
const daysOf = async (query: string) => (await get<{ days: BookingDayView[] }>(`${SERVICE}/days?${query}`)).days;
const close = (windowId: string) =>
  house.transactions.run(() =>
    house.server.app.get(SlotDesk, { strict: false }).apply([{ act: 'close', windowId, why: '当天停办' }]),
  );

describe('what can be booked', () => {
  it('is told to anybody, marriage among it with its five kinds and its 22 sites, themed ones for 结婚 alone', async () => {
    const { services } = await get<{ services: ServiceView[] }>('/api/v1/services');
    const marriage = services.find(({ code }) => code === 'marriage-registration');
    expect(marriage?.kinds.map(({ code }) => code)).toHaveLength(5);
    const sites = async (query: string) =>
      (await get<{ sites: SiteView[] }>(`/api/v1/services/marriage-registration/sites${query}`)).sites;
    expect(await sites('')).toHaveLength(22);
    expect(await sites('?kind=divorce-application')).toHaveLength(16);
  });

  it('is a problem in words for a service nobody knows, for two months and a day, and for days the wrong way round', async () => {
    expect(await statusOf('/api/v1/services/cloud-gazing/days')).toBe(404);
    expect(await statusOf(`${SERVICE}/days?from=2026-11-01&to=2027-01-01`)).toBe(200);
    const many = await house.server.get(`${SERVICE}/days?from=2026-11-01&to=2027-01-02`);
    expect(many.status).toBe(400);
    expect(await many.json()).toMatchObject({ code: 'services.too-many-days', detail: expect.stringContaining('62') });
    expect(await statusOf(`${SERVICE}/windows?from=2026-11-02&to=2026-11-01`)).toBe(400);
    expect(await statusOf(`${SERVICE}/windows?from=2026-02-30`)).toBe(400);
    expect(await statusOf(`${SERVICE}/windows?site=north&from=2026-11-01&to=2027-01-01`)).toBe(200);
    expect(await statusOf(`${SERVICE}/windows?from=2026-11-01&to=2026-11-07`)).toBe(200);
    const everywhere = await house.server.get(`${SERVICE}/windows?from=2026-11-01&to=2026-11-08`);
    expect(everywhere.status).toBe(400);
    expect(await everywhere.json()).toMatchObject({ detail: '一次最多看 7 天，请把日子选近一点。' });
  });
});

describe('the times of a day', () => {
  it('count down as they are held, and the same answer is not sent twice', async () => {
    const id = await house.open({ startsIn: 2, capacity: 2 });
    const query = `site=north&kind=desk&from=${DAY}&to=${DAY}`;
    const first = await house.server.get(`${SERVICE}/windows?${query}`);
    const etag = first.headers.get('etag') ?? '';
    const again = () => house.server.get(`${SERVICE}/windows?${query}`, { 'if-none-match': etag });
    expect([first.status, (await again()).status]).toEqual([200, 304]);
    const reader = await house.reader();
    await reader.held(id);
    expect((await again()).status).toBe(200);
    expect(await windowsOf(query)).toMatchObject([{ id, site: 'north', state: 'open', left: 1 }]);
    expect(await windowsOf(`site=south&kind=desk&from=${DAY}&to=${DAY}`)).toEqual([]);
    expect(await windowsOf(`site=north&kind=table&from=${DAY}&to=${DAY}`)).toEqual([]);
  });
});

describe('a day of the month', () => {
  it('adds up its sites, and says what is sold out, closed, past or not released yet', async () => {
    const day = (hours: number) => new Date(MONDAY + hours * 3_600_000).toISOString().slice(0, 10);
    const [tuesday, wednesday, thursday] = [day(24), day(48), day(72)];
    await house.open({ startsIn: 25, site: 'north', capacity: 3 });
    await house.open({ startsIn: 25, site: 'south', capacity: 2 });
    await close(await house.open({ startsIn: 49 }));
    const opensAt = MONDAY + 24 * 3_600_000;
    await house.open({ startsIn: 73, opensAt });
    const days = await daysOf(`kind=desk&from=${tuesday}&to=2026-12-04`);
    expect(days).toMatchObject([
      { day: tuesday, state: 'open', left: 5, capacity: 5 },
      { day: wednesday, state: 'closed', left: 0, capacity: 0, why: '当天停办' },
      { day: thursday, state: 'not-yet-open', left: 0, capacity: 1, opensAt: new Date(opensAt).toISOString() },
      { day: '2026-12-04', state: 'no-service', left: 0 },
    ]);
    expect((await daysOf(`kind=desk&site=south&from=${tuesday}&to=${tuesday}`))[0]).toMatchObject({ left: 2 });
    const { sites } = await get<{ sites: SiteView[] }>(`${SERVICE}/sites?kind=desk`);
    expect(sites.map(({ id, nextFreeDay }) => [id, nextFreeDay])).toEqual([
      ['north', DAY],
      ['south', tuesday],
    ]);
  });

  it('carries the name staff gave it, and waits for the notice in a year that has none', async () => {
    const hot = { day: '2026-12-20', name: '读书节', capacityPercent: 100, offers: [] } as const;
    await house.server.app.get(HotDays, { strict: false }).put('reading-room', hot, 'J1001', '很多人想来');
    expect((await daysOf('kind=desk&from=2026-12-20&to=2026-12-20'))[0]).toMatchObject({ hot: '读书节' });
    const [, newYear] = await daysOf('kind=desk&from=2026-12-31&to=2027-01-01');
    expect(newYear).toEqual({ day: '2027-01-01', state: 'no-service', left: 0, capacity: 0, expected: true });
  });
});
