import fc from 'fast-check';
import { addDays } from '../kernel/civil-date';
import { lastPromiseDay, reminderStep, wrongPromises } from './commitment';
import { commitmentText } from './commitment-text';

const TODAY = '2026-11-25';
const LIMITS = { followDays: 30, extensionDays: 10 };
const LAST = lastPromiseDay(TODAY, LIMITS);

describe('a promise', () => {
  it.each([
    ['today', TODAY, undefined],
    ['the last day', LAST, undefined],
    ['yesterday', '2026-11-24', 'too-soon'],
    ['a day after the last', addDays(LAST, 1), 'too-late'],
    ['no day', '2026-02-30', 'not-a-day'],
  ] as const)('for %s is taken, or said to be wrong', (_when, by, why) => {
    expect(wrongPromises([{ kind: 'diagnosis', by }], TODAY, LAST)[0]?.why).toBe(why);
  });

  it('is made once for each paper', () => {
    const twice = [
      { kind: 'diagnosis', by: TODAY },
      { kind: 'diagnosis', by: LAST },
    ] as const;
    expect(wrongPromises(twice, TODAY, LAST)).toEqual([{ index: 1, why: 'twice' }]);
  });

  it('says before signing which papers, by when, and what happens when they are late', () => {
    const text = commitmentText([{ name: '诊断证明', by: '2026-12-05' }], LIMITS).join('');
    expect(text).toContain('诊断证明：最晚 2026\u00a0年\u00a012\u00a0月\u00a05\u00a0日');
    expect(text).toMatch(/还没补上.*申请照样留着.*再延一次/);
  });
});

describe('the reminders of a promise', () => {
  it('come three days, one day and no day before, and then it is missed', () => {
    const steps = [-5, -4, -3, -2, -1, 0, 1, 30].map((days) => reminderStep(TODAY, addDays(TODAY, days)));
    expect(steps).toEqual([undefined, undefined, 3, 3, 1, 0, 'missed', 'missed']);
  });

  it('never go back as days pass, whichever day the server wakes up', () => {
    const rank = (step: ReturnType<typeof reminderStep>) => [undefined, 3, 1, 0, 'missed'].indexOf(step);
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.nat(10), (days, later) => {
        const first = reminderStep(TODAY, addDays(TODAY, days));
        expect(rank(reminderStep(TODAY, addDays(TODAY, days + later)))).toBeGreaterThanOrEqual(rank(first));
      }),
    );
  });
});
