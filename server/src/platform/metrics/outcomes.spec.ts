import { Gauges } from './gauges';
import { Outcomes } from './outcomes';

/** Says when the transaction commits; it never does by itself. */
function counting(isOpen = false) {
  const gauges = new Gauges();
  const afterwards: (() => void)[] = [];
  const outcomes = new Outcomes({ isOpen, afterCommit: (tell) => afterwards.push(tell) }, gauges);
  const commit = () => {
    for (const tell of afterwards) tell();
  };
  return { outcomes, commit, lines: async () => (await gauges.text()).split('\n') };
}

it('counts what was committed, and not before', async () => {
  const { outcomes, commit, lines } = counting(true);
  outcomes.happened('relief_decided_total', { programme: 'temporary-assistance', outcome: 'approved' });
  expect((await lines()).join('')).toBe('');
  commit();
  expect(await lines()).toContain('relief_decided_total{programme="temporary-assistance",outcome="approved"} 1');
});

it('puts a decision into every bucket it is within', async () => {
  const { outcomes, lines } = counting();
  outcomes.decidedWithin('social-assistance', 12);
  outcomes.decidedWithin('social-assistance', 70);
  const found = await lines();
  const of = (limit: string) => `relief_decision_working_days_bucket{bureau="social-assistance",le="${limit}"}`;
  expect(found).toEqual(expect.arrayContaining([`${of('10')} 0`, `${of('15')} 1`, `${of('60')} 1`, `${of('+Inf')} 2`]));
  expect(found).toContain('relief_decision_working_days_sum{bureau="social-assistance"} 82');
});

it.each(['张三', '120101199001011234', 'a"} 1\nup{x="', ''])('never repeats %j', async (service) => {
  const { outcomes, lines } = counting();
  outcomes.happened('booking_steps_total', { service, act: 'cancel' });
  expect(await lines()).toContain('booking_steps_total{service="other",act="cancel"} 1');
});

it('has no more series than a person could read, whatever is counted', async () => {
  const { outcomes, lines } = counting();
  for (let at = 0; at < 1000; at += 1) outcomes.happened('booking_steps_total', { service: `s-${at}`, act: 'hold' });
  const found = (await lines()).filter((line) => line.startsWith('booking_steps_total'));
  expect(found).toHaveLength(301);
  expect(found).toContain('booking_steps_total{service="other",act="other"} 700');
});
