import { type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { WindowsDesk, type WindowsWish } from '../windows-desk.port';

let house: ReadingHouse;
let desk: WindowsDesk;

beforeAll(async () => {
  house = await startReadingHouse();
  desk = house.server.app.get(WindowsDesk, { strict: false });
});

afterAll(() => house.end());

const DAY = '2026-11-30';
const wish = { service: 'reading-room', from: DAY, to: DAY } as const;

it('closing a day says beforehand whose bookings it touches, then leaves each without a place and cancels none', async () => {
  const windows = [await house.open({ startsIn: 2, capacity: 2 }), await house.open({ startsIn: 3, site: 'south' })];
  const reader = await house.reader();
  const { id } = await reader.confirmed(windows[0] ?? '');
  const close: WindowsWish = { ...wish, act: 'close', why: '当天停电' };
  const before = await desk.preview(close);
  expect(before).toMatchObject({ made: 2, unchanged: 0, refused: 0, bookings: 1 });
  expect(before.windows.map(({ siteName, bookings }) => [siteName, bookings])).toEqual([
    ['north library', 1],
    ['south library', 0],
  ]);
  expect((await reader.view(id)).state).toBe('confirmed');
  expect(await desk.change(close, 'J1001', '供电局通知')).toEqual(before);
  expect((await reader.view(id)).state).toBe('displaced');
  expect(await desk.preview(close)).toMatchObject({ made: 0, unchanged: 2 });
  const rows = await house.transactions.manager.findBy(AuditRow, { action: 'windows.changed' });
  expect(rows.map(({ actorId, facts }) => [actorId, JSON.parse(facts)])).toEqual([
    ['J1001', { act: 'close', from: DAY, to: DAY, made: 2, bookings: 1 }],
  ]);
});

it('a window with more taken than would fit stays as it is, and its neighbours change', async () => {
  const [full] = [await house.open({ startsIn: 26, capacity: 2 }), await house.open({ startsIn: 27, capacity: 2 })];
  for (const reader of [await house.reader(), await house.reader()]) await reader.confirmed(full ?? '');
  const shrink: WindowsWish = { ...wish, from: '2026-12-01', to: '2026-12-01', act: 'change', capacity: 1 };
  expect(await desk.change(shrink, 'J1001', '少一个窗口')).toMatchObject({ made: 1, refused: 1 });
  const capacities = (await desk.day('reading-room', '2026-12-01')).map(({ capacity }) => capacity);
  expect(capacities.sort()).toEqual([1, 2]);
});

it('is refused for more than 62 days, for days the wrong way round and for a service nobody knows', async () => {
  const reopen = { ...wish, act: 'reopen' } as const;
  await expect(desk.preview({ ...reopen, to: '2027-02-01' })).rejects.toThrow('windows.too-many');
  await expect(desk.preview({ ...reopen, to: '2026-11-29' })).rejects.toThrow('windows.too-many');
  await expect(desk.preview({ ...reopen, service: 'cloud-gazing' })).rejects.toMatchObject({ status: 404 });
});
