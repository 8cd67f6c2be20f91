import { dayWords, monthDayWords, monthWords, timeWords, weekdayWords, wholeTerms } from './day-words';

describe('a day as it is read', () => {
  it('has no space in it at which a line could end', () => {
    expect(dayWords('2026-12-02')).toBe('2026\u00a0年\u00a012\u00a0月\u00a02\u00a0日');
    expect(monthDayWords('2026-01-31')).toBe('1\u00a0月\u00a031\u00a0日');
    expect(monthWords('2027-01-01')).toBe('2027\u00a0年\u00a01\u00a0月');
    expect(monthWords('2027-10')).toBe('2027\u00a0年\u00a010\u00a0月');
  });
});

it('knows the weekday, also of days long ago, in two signs no line ends between', () => {
  const days = ['2026-11-23', '2026-11-27', '2026-11-29', '1949-10-01'] as const;
  expect(days.map(weekdayWords)).toEqual(['周\u2060一', '周\u2060五', '周\u2060日', '周\u2060六']);
});

it('is found as a length within a sentence, and kept whole; other numbers stay as they are', () => {
  const long = '30\u00a0个\u2060工\u2060作\u2060日';
  expect(wholeTerms('最晚周三（30 个工作日）。')).toBe(`最晚周三（${long}）。`);
  expect(wholeTerms('30 个工作日，再 7 天，管 12 个月')).toBe(`${long}，再 7\u00a0天，管 12\u00a0个\u2060月`);
  expect(wholeTerms('3 个人，打 12345 问')).toBe('3 个人，打 12345 问');
});

it.each([
  ['2026-11-25T16:05:59Z', '0:05'],
  ['2026-11-26T01:05:00Z', '9:05'],
  ['2026-11-26T15:59:00Z', '23:59'],
])('%s is %s in Tianjin', (instant, time) => {
  expect(timeWords(Date.parse(instant))).toBe(time);
});
