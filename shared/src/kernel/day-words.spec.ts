import { dayWords } from './day-words';

it('writes a day as people do', () => {
  expect(dayWords('2026-12-02')).toBe('2026 年 12 月 2 日');
});
