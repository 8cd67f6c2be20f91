import { programmes } from '../catalogue';
import { plainWordProblems } from '../plain-words/plain-words';
import { decisionDue, firstStepDue, publicNoticeDue } from './clocks';
import { clockWords } from './words';

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

describe('the steps before it', () => {
  it('begin within three working days at the street, and at no published time elsewhere', () => {
    expect(firstStepDue('social-assistance', '2026-11-27', TODAY)).toMatchObject({
      on: '2026-12-02',
      clock: '3 个工作日',
    });
    expect(firstStepDue('disability-benefits', TODAY, TODAY)).toBeUndefined();
  });

  it('include the days names hang out, which the bureau sets itself', () => {
    expect(publicNoticeDue('2027-01-03', TODAY)).toMatchObject({ on: '2027-01-03', clock: '7 天', expected: false });
  });
});

describe('the words of every clock', () => {
  it('are plain', () => {
    const clocks = programmes.flatMap(({ decidedWithin }) =>
      decidedWithin ? [decidedWithin.legs, decidedWithin.delegated ?? []] : [],
    );
    expect(clocks.length).toBeGreaterThan(5);
    expect(clocks.flatMap((legs) => plainWordProblems(clockWords(legs)))).toEqual([]);
  });
});
