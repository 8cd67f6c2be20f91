import { instantOf } from '../../../platform/clock';
import { remindAt } from './remind-at';

const HOUR_MS = 3_600_000;
const asked = (hours: number) => ({ askedAt: instantOf(0), until: instantOf(hours * HOUR_MS) });

describe('a reminder', () => {
  it('comes twenty hours after an asking of a day, and four hours before the end of a longer one', () => {
    expect(remindAt(asked(24)).getTime()).toBe(20 * HOUR_MS);
    expect(remindAt(asked(48)).getTime()).toBe(44 * HOUR_MS);
  });

  it('comes in the middle of a short one, and never with the question itself', () => {
    expect(remindAt(asked(2)).getTime()).toBe(HOUR_MS);
    expect(remindAt(asked(6)).getTime()).toBe(3 * HOUR_MS);
  });
});
