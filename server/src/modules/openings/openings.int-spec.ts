import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Logger } from '@nestjs/common';
import { HolidaysOfTest, openLibrary } from '../../../test/openings-house';
import type { PlatformProcess } from '../../../test/platform-house';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Gauges } from '../../platform/metrics/gauges';
import { SlotDesk, SlotInventory } from '../slot-inventory/slot-inventory.port';
import { HotDays } from './hot-days.port';
import { MissingNoticesService } from './missing-notices.service';
import { OpeningsJob } from './openings.job';
import { Openings } from './openings.port';
import { SiteEdits } from './site-edits.port';

let library: Awaited<ReturnType<typeof openLibrary>>;
let one: PlatformProcess;
let other: PlatformProcess;
const holidays = new HolidaysOfTest();
/** Noon of a Monday in Tianjin. */
let nowMs = Date.UTC(2026, 10, 30, 4);

beforeAll(async () => {
  library = await openLibrary(() => nowMs);
  one = await library.start(holidays);
  // the embedded database belongs to one process
  other = library.dialect === 'mysql' ? await library.start(holidays) : one;
});

afterAll(() => library.end());

const get = <Part>(part: abstract new (...args: never[]) => Part): Part => one.module.get(part);
const windows = (from: CivilDate = '2026-01-01', to: CivilDate = '2027-12-31') =>
  get(SlotInventory).windows({ service: 'library-seat', from, to });
const openAhead = (process = one) => process.module.get(OpeningsJob).openAhead();

describe('the job that opens windows', () => {
  it('makes those of working days up to the days shown before release, once, however many processes do it', async () => {
    await Promise.all([openAhead(one), openAhead(other)]);
    const days = new Set((await windows()).map(({ day }) => day));
    const working = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
    expect([...days].sort()).toEqual([...working, '2026-12-09']);
    expect(await windows()).toHaveLength(16);
  });

  it('leaves alone what staff closed or changed since', async () => {
    const [first] = await windows('2026-12-02', '2026-12-02');
    const windowId = first?.id ?? '';
    await one.transactions.run(() => get(SlotDesk).apply([{ act: 'close', windowId, why: '当天停办' }]));
    await get(Openings).putTemplate('library-seat', { ...(await morning()), title: '早上' }, 'J1001', '改名');
    await openAhead();
    expect(await get(SlotInventory).findWindow(windowId)).toMatchObject({ closed: true, why: '当天停办', capacity: 4 });
  });

  it('follows what staff say of a day, a template and a day many want', async () => {
    const openings = get(Openings);
    await openings.putException(
      'library-seat',
      { day: '2026-12-05', what: { open: true, template: 'evening' } },
      'J1001',
      '加开',
    );
    await get(HotDays).put(
      'library-seat',
      { day: '2026-12-05', name: '读书节', capacityPercent: 250, partnerHours: 3, offers: [] },
      'J1001',
      '很多人想来',
    );
    await openAhead();
    expect(await windows('2026-12-05', '2026-12-05')).toMatchObject([
      { capacity: 5, pool: { site: 'north-hall' }, marks: {} },
    ]);
    expect(get(HotDays).find('library-seat', '2026-12-05')).toMatchObject({ name: '读书节', partnerHours: 3 });
    const [exception] = (await openings.plan('library-seat')).exceptions;
    expect(await openings.removeException('library-seat', exception?.id ?? '', 'J1001', '不开了')).toBe(true);
  });

  it('says of which year it wants the notice, from the day its first day is to be seen until it is loaded', async () => {
    const missing = () => get(MissingNoticesService).list();
    const before = nowMs;
    expect(await missing()).toEqual([]);
    nowMs = Date.UTC(2026, 11, 22, 15);
    expect(await missing()).toEqual([]);
    nowMs = Date.UTC(2026, 11, 22, 16);
    expect(await missing()).toEqual([{ year: '2027', from: '2027-01-01' }]);
    expect(await get(Gauges).text()).toContain('holiday_notice_missing{year="2027"} 1');
    const alarms = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await get(MissingNoticesService).say();
    await get(MissingNoticesService).say();
    const said = alarms.mock.calls.map(([line]) => line);
    alarms.mockRestore();
    expect(said).toEqual([{ alarm: 'no holiday notice', year: '2027', from: '2027-01-01' }]);
    nowMs = before;
  });

  it('takes 待节假日通知 off what somebody opened once the notice of the year is loaded', async () => {
    const opened = await get(Openings).windowsOf('library-seat', 'morning', ['2027-01-11'], ['south-hall']);
    await one.transactions.run(() => get(SlotDesk).apply(opened.map((window) => ({ act: 'open', window }))));
    expect(await windows('2027-01-11', '2027-01-11')).toMatchObject([{ marks: { sample: true, expected: true } }]);
    await holidays.load('2027', { off: ['2027-01-01'], work: [] });
    await openAhead();
    expect((await windows('2027-01-11', '2027-01-11')).map(({ marks }) => marks)).toEqual([{ sample: true }]);
  });

  it('goes on as days pass', async () => {
    nowMs += 24 * 3_600_000;
    await openAhead();
    expect(await windows('2026-12-10', '2026-12-10')).toHaveLength(2);
  });
});

describe('what staff write over a plan', () => {
  it('is refused whole when it contradicts itself, and leaves the plan as it was', async () => {
    const before = await get(Openings).plan('library-seat');
    const times = [{ from: '10:00', to: '09:00', capacity: 0, heldBack: 1 }];
    const wrong = get(Openings).putTemplate('library-seat', { ...(await morning()), times }, 'J1001', '打错了');
    await expect(wrong).rejects.toThrow('opening.unusable');
    expect(await get(Openings).plan('library-seat')).toEqual(before);
    await expect(get(Openings).plan('nobody')).rejects.toMatchObject({ status: 404 });
  });

  it('of a site stands before the release until it is taken back, with its source, and is audited', async () => {
    const site = { id: 'north-hall', name: '北厅', sort: 'hall', kinds: ['quiet'] };
    const fields = { address: '示例路 1 号', rainPlan: '下雨到南厅' };
    await get(SiteEdits).put('library-seat', 'north-hall', { fields, source: '馆方来函' }, 'J1001', '补地址');
    expect(await get(SiteEdits).merged('library-seat', [site])).toEqual([{ ...site, ...fields }]);
    await get(SiteEdits).put('library-seat', 'north-hall', { fields: {}, source: '' }, 'J1001', '填错了');
    expect(await get(SiteEdits).merged('library-seat', [site])).toEqual([site]);
    const rows = await one.transactions.manager.findBy(AuditRow, { action: 'booking-site.edited' });
    expect(rows).toHaveLength(2);
  });
});

async function morning() {
  const found = (await get(Openings).plan('library-seat')).templates.find(({ code }) => code === 'morning');
  if (!found) throw new Error('the library has no morning');
  return found;
}
