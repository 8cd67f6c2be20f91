import { wholeCode, wholeCodes } from './code-words';

it('shows a number with hyphens no line ends at, whatever its parts are', () => {
  expect(wholeCode('JM-7KQ2M9-2')).toBe('JM\u20117KQ2M9\u20112');
  expect(wholeCode('7KQ2M9')).toBe('7KQ2M9');
});

it('finds the numbers of a sentence, and leaves a range and a day their own hyphens', () => {
  expect(wholeCodes('登记号 HM-7KQ2M9，和 JM-7KQ2M9-2 一起；JM20261125-7KQ2M9XB；2026-11-27，3-5 天')).toBe(
    '登记号 HM\u20117KQ2M9，和 JM\u20117KQ2M9\u20112 一起；JM20261125\u20117KQ2M9XB；2026-11-27，3-5 天',
  );
});
