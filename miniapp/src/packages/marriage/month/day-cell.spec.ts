import { aDay } from '../../../../test/bookings';
import { dayCell, lunarShort, stepOf } from './day-cell';

const TODAY = '2026-11-26';
const cell = (change: Parameters<typeof aDay>[0]) => dayCell('2026-12-05', aDay(change), TODAY);

describe('a day of the month', () => {
  it('always prints how many are left, however dark it is', () => {
    for (const left of [1, 2, 7, 13, 20]) expect(cell({ left }).figure).toBe(String(left));
    expect([20, 10, 5, 2].map((left) => stepOf({ left, capacity: 20 }))).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['sold-out', '满', true],
    ['closed', '停', true],
    ['not-yet-open', '未放', true],
    ['no-service', '休', false],
    ['over', '', false],
  ] as const)('that is %s prints %s, and opens: %s', (state, figure, opens) => {
    expect(cell({ state, left: 0 })).toMatchObject({ figure, opens });
  });

  it('is heard whole: date, number, the day many want, the lunar day', () => {
    expect(cell({ hot: '七夕', lunar: '七月初七' }).label).toBe('12 月 5 日 周六，还有 8 个号，七夕，农历七月初七');
    expect(cell({ state: 'not-yet-open', left: 0, opensAt: '2026-11-28T00:30:00.000Z' }).label).toBe(
      '12 月 5 日 周六，11 月 28 日 8:30 放号',
    );
  });

  it('before today opens nothing, whatever an old copy says of it', () => {
    expect(dayCell('2026-11-25', aDay({ day: '2026-11-25' }), TODAY)).toMatchObject({ opens: false, figure: '' });
  });

  it.each([
    ['十月十七', '十七'],
    ['腊月初一', '腊月'],
    ['闰六月初一', '闰六月'],
    ['正月初八', '初八'],
    [undefined, ''],
  ])('of the lunar %s shows %s', (lunar, shown) => expect(lunarShort(lunar)).toBe(shown));
});
