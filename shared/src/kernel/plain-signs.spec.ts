import { wholeCode } from './code-words';
import { weekdayWords } from './day-words';
import { plainSigns } from './plain-signs';

it('gives back a weekday and a number as anybody would type them', () => {
  expect(plainSigns(`${weekdayWords('2026-11-27')}，${wholeCode('JM-7KQ2M9')}`)).toBe('周五，JM-7KQ2M9');
});
