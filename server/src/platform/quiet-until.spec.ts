import { readQuietHours } from './config/quiet-hours';
import { quietUntil } from './quiet-until';

const night = readQuietHours('21:00-08:00') ?? { fromMinute: 0, toMinute: 0 };
const inTianjin = (text: string) => new Date(`${text}+08:00`);

describe('the quiet of a night from nine to eight', () => {
  it.each([
    ['2026-11-25T21:00:00.000', '2026-11-26T08:00:00'],
    ['2026-11-25T23:59:59.999', '2026-11-26T08:00:00'],
    ['2026-11-26T00:00:00.000', '2026-11-26T08:00:00'],
    ['2026-11-26T07:59:59.999', '2026-11-26T08:00:00'],
    ['2026-12-31T22:00:00.000', '2027-01-01T08:00:00'],
    ['2028-02-28T23:00:00.000', '2028-02-29T08:00:00'],
  ])('holds at %s and ends %s', (now, end) => {
    expect(quietUntil(night, inTianjin(now))).toEqual(inTianjin(end));
  });

  it.each(['2026-11-25T08:00:00.000', '2026-11-25T12:00:00.000', '2026-11-25T20:59:59.999'])(
    'does not hold at %s',
    (now) => {
      expect(quietUntil(night, inTianjin(now))).toBeUndefined();
    },
  );
});

describe('quiet hours', () => {
  it('may lie within one day', () => {
    const noon = readQuietHours('12:00-14:30') ?? night;
    expect(quietUntil(noon, inTianjin('2026-11-25T14:29:00'))).toEqual(inTianjin('2026-11-25T14:30:00'));
    expect(quietUntil(noon, inTianjin('2026-11-25T14:30:00'))).toBeUndefined();
    expect(quietUntil(noon, inTianjin('2026-11-25T23:00:00'))).toBeUndefined();
  });

  it('that begin when they end are none', () => {
    const none = readQuietHours('08:00-08:00') ?? night;
    for (const hour of ['00', '08', '12', '23']) {
      expect(quietUntil(none, inTianjin(`2026-11-25T${hour}:00:00`))).toBeUndefined();
    }
  });

  it.each(['', '21-8', '24:00-08:00', '21:00-08:60', '21:00', 'night'])('are not read from %j', (text) => {
    expect(readQuietHours(text)).toBeUndefined();
  });
});
