import { instantOf } from '../../platform/clock';
import { offerUntil } from './offer-time';

const quiet = { fromMinute: 21 * 60, toMinute: 8 * 60 };
const at = (text: string) => instantOf(Date.parse(`2026-12-01T${text}+08:00`));
const tomorrow = instantOf(Date.parse('2026-12-02T09:00:00+08:00'));

describe('a time that came free', () => {
  it.each([
    ['by day is kept for two hours', '10:00:00', tomorrow, at('12:00:00')],
    ['at night is kept until two hours after the quiet', '01:00:00', tomorrow, at('10:00:00')],
    ['is kept no longer than it can be booked', '10:00:00', at('11:00:00'), at('11:00:00')],
    ['just before its cut-off is offered to nobody in the line', '10:55:00', at('11:00:00'), undefined],
    ['at night whose cut-off comes before the morning is offered to nobody', '01:00:00', at('07:00:00'), undefined],
  ])('%s', (_title, now, closesAt, expected) => {
    expect(offerUntil(at(now), 120, closesAt, quiet)).toEqual(expected);
  });
});
