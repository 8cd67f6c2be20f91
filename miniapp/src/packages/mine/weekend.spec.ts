import { civilDate } from '@jinmen/shared/kernel/civil-date';
import { onWeekend } from './weekend';

it('only of a Saturday and a Sunday it is said that the office may be shut', () => {
  const noted = ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'].filter(
    (day) => onWeekend(civilDate(day)).line === '周末街道可能不上班，拍照交不受影响',
  );
  expect(noted).toEqual(['2026-12-05', '2026-12-06']);
});
