import fc from 'fast-check';
import { Calendar, releasedCalendar, releasedNotices } from '../calendar/working-days';
import { programmes } from '../catalogue';
import { addDays, type CivilDate, dayNumber, dayOfNumber } from '../kernel/civil-date';
import { plainWordProblems } from '../plain-words/plain-words';
import { type CaseOnTheClock, decisionDue, stepDues } from './clocks';
import { clockNotes, clockWords, noticeWords } from './words';

const TODAY = '2026-11-25';

function programme(code: string) {
  const found = programmes.find((each) => each.code === code);
  if (!found) throw new Error(`no programme ${code}`);
  return found;
}

const due = (
  code: string,
  acceptedOn: `${number}-${number}-${number}`,
  delegated = false,
  today: typeof TODAY | '2027-02-01' = TODAY,
) => decisionDue(programme(code), acceptedOn, { today, delegated });

describe('by when a programme is decided', () => {
  it('is thirty working days after the street took it, with the article that says so', () => {
    expect(due('minimum-living-allowance', '2026-10-12')).toEqual({
      on: '2026-11-23',
      clock: '30 个工作日',
      source: expect.objectContaining({ article: '第二十二条', row: 'A.9' }),
      expected: false,
      overdue: true,
    });
  });

  it('is twenty where the district left the decision to its streets', () => {
    expect(due('minimum-living-allowance', '2026-11-02', true)).toMatchObject({
      on: '2026-11-30',
      clock: '20 个工作日',
    });
    expect(due('rigid-expenditure-hardship', '2026-11-02', true)).toMatchObject({ clock: '30 个工作日' });
  });

  it('is only expected in a year whose holidays nobody has published, and never blank', () => {
    expect(due('minimum-living-allowance', TODAY)).toMatchObject({ on: '2027-01-06', expected: true, overdue: false });
    expect(due('minimum-living-allowance', TODAY, false, '2027-02-01')).toMatchObject({ overdue: true });
  });

  it('counts the days on the wall as plain days', () => {
    expect(due('special-hardship-support', '2026-03-02')).toMatchObject({
      on: '2026-04-21',
      clock: '15 个工作日，再 7 天，再 15 个工作日',
    });
  });

  it('is ten working days for the subsidies of disabled persons', () => {
    expect(due('disability-care-subsidy', TODAY)).toMatchObject({ on: '2026-12-09', clock: '10 个工作日' });
  });

  it('is said by nobody for temporary assistance, so it is not made up', () => {
    expect(due('temporary-assistance', TODAY)).toBeUndefined();
  });
});

function file(over: Partial<CaseOnTheClock> = {}): CaseOnTheClock {
  const items = [{ programme: 'minimum-living-allowance', state: 'in-hand' as const }];
  return { items, delegated: false, hukou: 'unknown', ...over };
}

const dues = (over: Partial<CaseOnTheClock>) => stepDues(file(over), programmes, { today: TODAY });
const inHand = (programme: string) => ({ items: [{ programme, state: 'in-hand' as const }] });

describe('where the hukou is in one place and the home in another', () => {
  const elsewhere = { today: TODAY, hukou: 'elsewhere', delegated: true } as const;

  it('is forty-five working days at the most for what the street finds out, whoever decides', () => {
    const due = decisionDue(programme('minimum-living-allowance'), '2026-09-01', elsewhere);
    expect(due).toMatchObject({ on: '2026-11-09', clock: expect.stringMatching(/^45 个工作日，/) });
    expect(decisionDue(programme('special-hardship-support'), '2026-09-01', elsewhere)?.clock).toContain('再 7 天');
  });

  it('is three days to the office of the hukou place and ten there for the subsidies of disabled persons', () => {
    const living = inHand('disability-living-subsidy');
    const filed = dues({ ...living, acceptedOn: '2026-11-02', hukou: 'elsewhere' });
    expect(filed.get('handed-over')).toMatchObject({ on: '2026-11-05', clock: '3 个工作日' });
    expect(filed.get('item:disability-living-subsidy')).toMatchObject({ on: '2026-11-19' });
    const there = dues({ ...living, acceptedOn: '2026-11-02', hukou: 'elsewhere', atHukouPlaceOn: '2026-11-04' });
    expect(there.get('item:disability-living-subsidy')).toMatchObject({ on: '2026-11-18' });
    expect(dues({ ...living, acceptedOn: '2026-11-02', hukou: 'unknown' }).has('handed-over')).toBe(false);
  });
});

describe('the steps on the way', () => {
  it('begin within three working days at the street for 低保, within fifteen for 特困, at no published time else', () => {
    const visited = (code: string) => dues({ ...inHand(code), acceptedOn: '2026-11-27' }).get('visited');
    expect(visited('minimum-living-allowance')).toMatchObject({ on: '2026-12-02', clock: '3 个工作日' });
    expect(visited('special-hardship-support')).toMatchObject({ on: '2026-12-18', clock: '15 个工作日' });
    for (const code of ['rigid-expenditure-hardship', 'temporary-assistance', 'disability-care-subsidy'])
      expect(visited(code)).toBeUndefined();
  });

  it('give the look into income three working days to begin, and the district ten from the day it has the papers', () => {
    expect(dues({ acceptedOn: '2026-11-02', checkRequestedOn: '2026-11-20' }).get('check')).toMatchObject({
      on: '2026-11-25',
      source: { article: '第十七条' },
    });
    expect(
      dues({ acceptedOn: '2026-11-02', atDistrictOn: '2026-11-20' }).get('item:minimum-living-allowance'),
    ).toMatchObject({
      on: '2026-12-04',
      clock: expect.stringMatching(/^10 个工作日，/),
    });
    const late = dues({ acceptedOn: '2026-10-12', atDistrictOn: '2026-11-20' });
    expect(late.get('item:minimum-living-allowance')).toMatchObject({ on: '2026-11-23', clock: '30 个工作日' });
  });

  it('include the days names hang out, as the bureau set them, and only where a source says how many', () => {
    const publicised = (code: string) => dues({ ...inHand(code), publicisedUntil: '2027-01-03' }).get('publicised');
    expect(publicised('minimum-living-allowance')).toMatchObject({ on: '2027-01-03', clock: '7 天', expected: false });
    expect(publicised('rigid-expenditure-hardship')).toBeUndefined();
  });

  it('tell a refusal in writing within three working days, and of the subsidies every decision', () => {
    const told = (code: string, state: 'approved' | 'refused') =>
      dues({ items: [{ programme: code, state, decidedOn: '2026-11-20' }] }).get(`told:${code}`)?.on;
    expect(told('minimum-living-allowance', 'refused')).toBe('2026-11-25');
    expect(told('minimum-living-allowance', 'approved')).toBeUndefined();
    expect(told('disability-care-subsidy', 'approved')).toBe('2026-11-25');
    expect(told('temporary-assistance', 'refused')).toBeUndefined();
  });

  it('give the street fifteen working days and the district fifteen for a child nobody can look after', () => {
    const child = dues({ ...inHand('de-facto-unattended-child-allowance'), acceptedOn: '2026-03-02' });
    expect(child.get('item:de-facto-unattended-child-allowance')).toMatchObject({
      clock: '15 个工作日，再 15 个工作日',
    });
    expect(dues({ ...inHand('orphan-living-allowance'), acceptedOn: '2026-03-02' }).size).toBe(0);
  });
});

describe('every clock of every programme', () => {
  const days = fc.integer({ min: dayNumber('2025-12-01'), max: dayNumber('2027-03-01') }).map(dayOfNumber);
  const hukou = fc.constantFrom('here' as const, 'elsewhere' as const, 'unknown' as const);
  const codes = fc.constantFrom(...programmes.map(({ code }) => code));

  it('ends later for a later start, on no day off where it counts working days, and is never blank once it runs', () => {
    fc.assert(
      fc.property(codes, days, fc.nat(5), hukou, fc.boolean(), (code, from, later, place, delegated) => {
        const at = (acceptedOn: CivilDate) =>
          stepDues(file({ ...inHand(code), acceptedOn, delegated, hukou: place }), programmes, { today: TODAY });
        const [first, second] = [at(from), at(addDays(from, later))];
        expect(first.has(`item:${code}`)).toBe(programme(code).decidedWithin !== undefined);
        for (const [step, due] of first) {
          expect((second.get(step)?.on ?? '') >= due.on).toBe(true);
          expect(releasedCalendar.isWorkingDay(due.on)).toBe(true);
          expect(due.clock).not.toBe('');
        }
      }),
    );
  });

  it('runs over the worked Saturday before the Spring Festival, and into 2027 as expected until its notice is known', () => {
    expect(due('disability-care-subsidy', '2026-02-06')?.on).toBe('2026-02-27');
    expect(decisionDue(programme('disability-care-subsidy'), '2026-02-13', { today: TODAY })?.on).toBe('2026-03-05');
    const notice = { off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: [] };
    const calendar = new Calendar({ ...releasedNotices, 2027: notice });
    const before = decisionDue(programme('minimum-living-allowance'), '2026-11-25', { today: TODAY });
    const after = decisionDue(programme('minimum-living-allowance'), '2026-11-25', { today: TODAY, calendar });
    expect([before?.on, before?.expected]).toEqual(['2027-01-06', true]);
    expect([after?.on, after?.expected]).toEqual(['2027-01-07', false]);
  });
});

describe('the words of every clock', () => {
  it('are plain', () => {
    const clocks = programmes.flatMap(({ decidedWithin }) =>
      decidedWithin ? [decidedWithin.legs, decidedWithin.delegated ?? []] : [],
    );
    expect(clocks.length).toBeGreaterThan(5);
    expect(clocks.flatMap((legs) => plainWordProblems(clockWords(legs)))).toEqual([]);
    expect(Object.values(clockNotes).flatMap((note) => plainWordProblems(note))).toEqual([]);
    const said = [noticeWords.where, noticeWords.never, noticeWords.nothingSaid, noticeWords.note, noticeWords.minor];
    expect(said.flatMap((words) => plainWordProblems(words))).toEqual([]);
  });
});
