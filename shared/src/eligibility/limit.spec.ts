import type { StandardRow, StandardUnit } from '../standards/standard';
import type { Limit } from './condition';
import { TEA_SOURCE } from './fixtures/tea-house-grant';
import { limitOn, standardsOfDay } from './limit';

function row(key: string, value: number, unit: StandardUnit): StandardRow {
  return { key, value, unit, from: '2020-01-01', source: TEA_SOURCE };
}
const rows = [row('line', 104_500, 'fen-once'), row('share', 1_500, 'permille'), row('a-year', 12, 'months')];
const limit = (of: Limit) => limitOn(of, standardsOfDay(rows, '2024-05-01'));

describe('a limit on the day judged', () => {
  it('is the number written, or the figure in force', () => {
    expect(limit(7)).toBe(7);
    expect(limit({ standard: 'line' })).toBe(104_500);
  });

  it('is so many times a figure: by a number, by a share in thousandths, by months', () => {
    expect(limit({ standard: 'line', times: 3 })).toBe(313_500);
    expect(limit({ standard: 'line', times: { standard: 'share' } })).toBe(156_750);
    expect(limit({ standard: 'line', times: { standard: 'a-year' } })).toBe(1_254_000);
  });

  it('is unknown while either figure is', () => {
    expect(limit({ standard: 'rain-line' })).toBeUndefined();
    expect(limit({ standard: 'rain-line', times: 2 })).toBeUndefined();
    expect(limit({ standard: 'rain-line', times: { standard: 'share' } })).toBeUndefined();
    expect(limit({ standard: 'line', times: { standard: 'rain-line' } })).toBeUndefined();
    expect(limitOn({ standard: 'line' }, standardsOfDay(rows, '2019-12-31'))).toBeUndefined();
  });
});
