import { standardsInForce } from './in-force';
import type { StandardRow } from './standard';
import { standardProblems } from './standard-problems';
import { standardRows } from './standards';

function valueOn(day: StandardRow['from'], key: string): number | undefined {
  return standardsInForce(standardRows, day).find((row) => row.key === key)?.value;
}

describe('the standards of this release', () => {
  it('have nothing wrong with them', () => {
    expect(standardProblems(standardRows)).toEqual([]);
  });

  it.each<[StandardRow['from'], number, number]>([
    ['2026-11-24', 104_500, 31_400],
    ['2025-09-01', 104_500, 31_400],
    ['2025-08-31', 101_000, 30_300],
    ['2020-09-01', 101_000, 30_300],
    ['2020-08-31', 98_000, 29_400],
    ['2019-04-01', 98_000, 29_400],
    ['2019-03-31', 92_000, 27_600],
    ['2017-04-01', 86_000, 25_800],
  ])('on %s the line is %p fen a head and the grant %p fen a household', (day, line, grant) => {
    expect(valueOn(day, 'minimum-living-allowance')).toBe(line);
    expect(valueOn(day, 'low-income-margin-grant')).toBe(grant);
  });

  it('tell town from country before 2017, and only for the days a source vouches for', () => {
    expect(valueOn('2015-04-01', 'minimum-living-allowance-urban')).toBe(70_500);
    expect(valueOn('2015-04-01', 'minimum-living-allowance-rural')).toBe(54_000);
    expect(valueOn('2012-01-01', 'minimum-living-allowance-urban')).toBeUndefined();
    expect(valueOn('2016-06-01', 'minimum-living-allowance-urban')).toBeUndefined();
    expect(valueOn('2015-04-01', 'minimum-living-allowance')).toBeUndefined();
  });

  it('say nothing about the months of savings for 低保 after the rule of 2023', () => {
    expect(valueOn('2023-02-28', 'minimum-living-allowance-asset-months')).toBe(24);
    expect(valueOn('2023-03-01', 'minimum-living-allowance-asset-months')).toBeUndefined();
    expect(valueOn('2026-11-24', 'minimum-living-allowance-asset-months')).toBeUndefined();
  });

  it('leave the basic pension out through 2025 and say nothing after', () => {
    expect(valueOn('2025-12-31', 'basic-pension-counted-as-income')).toBe(0);
    expect(valueOn('2026-01-01', 'basic-pension-counted-as-income')).toBeUndefined();
  });

  it('give the care subsidy for 2024 only', () => {
    expect(valueOn('2024-12-31', 'disability-care-subsidy')).toBe(20_000);
    expect(valueOn('2025-01-01', 'disability-care-subsidy')).toBeUndefined();
  });

  it('keep 特困 support unchanged through 2025-09-01', () => {
    for (const day of ['2025-08-31', '2025-09-01'] as const) {
      expect(valueOn(day, 'special-hardship-support-urban')).toBe(187_000);
      expect(valueOn(day, 'special-hardship-support-rural-home')).toBe(153_000);
    }
  });
});
