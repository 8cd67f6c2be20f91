import { Calendar, releasedCalendar, releasedNotices } from '@jinmen/shared/calendar/working-days';
import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import fc from 'fast-check';
import type { OpeningException, OpeningPlan, WindowTemplate } from './opening-plans.port';
import { plannedWindows, type ReleasePlan, shownDays, templateProblems } from './release-plan';

const morning: WindowTemplate = {
  code: 'morning',
  title: '上午',
  pool: 'quiet',
  sites: ['north-hall', 'south-hall'],
  times: [
    { from: '08:30', to: '10:00', capacity: 8, heldBack: 2 },
    { from: '10:00', to: '11:30', capacity: 4, heldBack: 0 },
  ],
  usual: true,
  sample: true,
};
const evening: WindowTemplate = {
  ...morning,
  code: 'evening',
  sites: ['north-hall'],
  times: [{ from: '19:00', to: '21:00', capacity: 3, heldBack: 0 }],
  usual: false,
  sample: false,
};

const settings = { horizonDays: 30, releaseAt: '08:30', shownDays: 3, cutOffMinutes: 60 };

function aPlan(exceptions: readonly OpeningException[] = [], more: Partial<ReleasePlan> = {}): ReleasePlan {
  const plan: OpeningPlan = { settings, templates: [morning, evening], exceptions };
  return { service: 'library-seat', plan, calendar: releasedCalendar, capacityPercent: () => 100, ...more };
}

const opened = (day: CivilDate, exceptions: readonly OpeningException[] = [], more: Partial<ReleasePlan> = {}) =>
  plannedWindows(aPlan(exceptions, more), day).map(({ pool, startsAt }) => `${pool.site} ${startsAt.toISOString()}`);

describe('what opens by itself', () => {
  it('is the usual times of a working day, released thirty days before at 08:30 in Tianjin', () => {
    const [first, ...others] = plannedWindows(aPlan(), '2026-12-01');
    expect(first).toEqual({
      pool: { service: 'library-seat', site: 'north-hall', kind: 'quiet' },
      day: '2026-12-01',
      startsAt: new Date('2026-12-01T00:30:00.000Z'),
      endsAt: new Date('2026-12-01T02:00:00.000Z'),
      capacity: 8,
      heldBack: 2,
      opensAt: new Date('2026-11-01T00:30:00.000Z'),
      closesAt: new Date('2026-11-30T23:30:00.000Z'),
      marks: { sample: true },
    });
    expect(others).toHaveLength(3);
  });

  it('is open on the Saturday 2026-02-14, which is worked, and shut on an ordinary one and on a holiday', () => {
    expect(opened('2026-02-14')).toHaveLength(4);
    expect(opened('2026-02-07')).toEqual([]);
    expect(opened('2026-02-17')).toEqual([]);
  });

  it('is shut in a year whose holidays nobody has published, until the notice is there', () => {
    expect(opened('2027-03-01')).toEqual([]);
    const notices = { ...releasedNotices, '2027': { off: ['2027-01-01'], work: [] } };
    expect(opened('2027-03-01', [], { calendar: new Calendar(notices) })).toHaveLength(4);
  });

  it('opens in such a year where somebody said so, marked as waiting for the notice', () => {
    const windows = plannedWindows(aPlan([{ day: '2027-03-01', what: { open: true } }]), '2027-03-01');
    expect(windows.map(({ marks }) => marks.expected)).toEqual([true, true, true, true]);
  });
});

describe('an exception', () => {
  it('opens a Saturday many want, with a template of its own', () => {
    const exceptions: OpeningException[] = [{ day: '2026-08-22', what: { open: true, template: 'evening' } }];
    expect(opened('2026-08-22', exceptions)).toEqual(['north-hall 2026-08-22T11:00:00.000Z']);
  });

  it('for one site stands before the one for all', () => {
    const exceptions: OpeningException[] = [
      { day: '2026-12-01', what: { open: false, why: '全市停办' } },
      { site: 'south-hall', day: '2026-12-01', what: { open: true } },
    ];
    expect(opened('2026-12-01', exceptions).map((each) => each.slice(0, 10))).toEqual(['south-hall', 'south-hall']);
  });
});

it('a day many want has more of both kinds, and never more held back than there is', () => {
  const windows = plannedWindows(aPlan([], { capacityPercent: () => 150 }), '2026-12-01');
  expect(windows.map(({ capacity, heldBack }) => [capacity, heldBack]).slice(0, 2)).toEqual([
    [12, 3],
    [6, 0],
  ]);
});

it('windows are shown some days before they are released', () => {
  const days = shownDays(settings, '2026-12-01');
  const last = days.at(-1) ?? '2026-12-01';
  const [window] = plannedWindows(aPlan([{ day: last, what: { open: true } }]), last);
  expect(dayInShanghai(window?.opensAt.getTime() ?? 0)).toBe('2026-12-04');
});

describe('whatever the days and exceptions', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days));
  const what = fc.oneof(
    fc.constantFrom(
      { open: true } as const,
      { open: true, template: 'evening' } as const,
      { open: true, template: 'nobody-knows' } as const,
      { open: false, why: '停办' } as const,
    ),
  );
  const exceptions = (on: CivilDate) =>
    fc.array(
      fc.record({ site: fc.constantFrom('north-hall', 'south-hall', undefined), what }).map(({ site, ...rest }) => ({
        day: on,
        ...(site !== undefined && { site }),
        ...rest,
      })),
      { maxLength: 3 },
    );
  const cases = day.chain((on) => fc.tuple(fc.constant(on), exceptions(on), fc.integer({ min: 100, max: 1000 })));

  it('every window lies within its day, can be held before it begins, and is no larger than it says', () => {
    const property = fc.property(cases, ([on, given, percent]) => {
      for (const window of plannedWindows(aPlan(given, { capacityPercent: () => percent }), on)) {
        expect(dayInShanghai(window.startsAt.getTime())).toBe(on);
        const times = [window.opensAt, window.closesAt, window.startsAt, window.endsAt].map((at) => at.getTime());
        expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
        expect(window.heldBack >= 0 && window.heldBack <= window.capacity && window.capacity >= 1).toBe(true);
      }
    });
    fc.assert(property);
  });

  it('nothing opens on a day off unless somebody said so, nor where somebody said it is shut', () => {
    const property = fc.property(cases, ([on, given]) => {
      const usual = releasedCalendar.isPublished(on) && releasedCalendar.isWorkingDay(on);
      for (const { pool } of plannedWindows(aPlan(given), on)) {
        const own = given.find(({ site }) => site === pool.site) ?? given.find(({ site }) => site === undefined);
        expect(own ? own.what.open : usual).toBe(true);
      }
    });
    fc.assert(property);
  });
});

describe('a template staff wrote', () => {
  it('is refused for every contradiction in it at once', () => {
    const times = [
      { from: '9:00', to: '10:00', capacity: 1, heldBack: 0 },
      { from: '11:00', to: '10:00', capacity: 0, heldBack: 0 },
      { from: '11:00', to: '12:00', capacity: 2, heldBack: 3 },
    ];
    expect(templateProblems({ sites: [], times })).toHaveLength(6);
    expect(templateProblems(morning)).toEqual([]);
  });
});
