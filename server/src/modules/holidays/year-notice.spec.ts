import { releasedNotices } from '@jinmen/shared/calendar/working-days';
import { yearNoticeProblems } from './year-notice';

describe('a holiday notice somebody typed in', () => {
  it.each(Object.entries(releasedNotices))('of %s, as it was published, has nothing wrong with it', (year, notice) => {
    expect(yearNoticeProblems(year, notice)).toEqual([]);
  });

  it('is refused with everything that is wrong with it at once', () => {
    const off = ['2027-02-06', '2027-02-06', '2028-01-01', '2027-02-30', 'soon'];
    expect(yearNoticeProblems('2027', { off, work: ['2027-02-05', '2027-02-07'] })).toEqual([
      '没有这一天：2027-02-30',
      '有 1 个不是日子：请写成 2027-01-01 的样子',
      '不在这一年：2028-01-01',
      '写了两遍：2027-02-06',
      '不是周末，本来就上班：2027-02-05',
    ]);
    expect(yearNoticeProblems('27', { off: [], work: [] })).toEqual([
      '没有这一年：请写四位数的年份，如 2027',
      '放假的日子一天也没有',
    ]);
  });
});
