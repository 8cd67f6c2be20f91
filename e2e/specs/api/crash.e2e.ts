import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { aloneWithoutIncome } from '../../support/households';
import { type Answered, ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const TIMES = 10;
describe('a server that is killed while residents hand in', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startServer({ withSimulators: true });
  });
  afterAll(async () => {
    await server?.stop();
  });

  it(`loses no submission it acknowledged, and gives one answer to one key, ${TIMES} times over`, async () => {
    const resident = await ResidentApi.signIn(server, '单人-断收入');
    await resident.becomeKnown();
    const takesMs = await durationOf(resident);
    const handedIn: string[] = [];
    let acknowledged = 0;
    for (let time = 0; time < TIMES; time += 1) {
      const draft = await resident.completeDraft(
        ['minimum-living-allowance'],
        aloneWithoutIncome,
        dayInShanghai(Date.now()),
      );
      const key = randomUUID();
      const first = resident.submit(draft.id, draft.version, key).catch(() => 'no answer' as const);
      // the kills fall before, into and after the work; the last one right behind the answer
      if (time === TIMES - 1) await first;
      else await pause((time * 2 * takesMs) / TIMES);
      await server.kill();
      const answered = await first;
      await server.startAgain();
      if (answered !== 'no answer') {
        acknowledged += 1;
        expect(answered.status).toBe(200);
        expect((await resident.application(draft.id)).receiptNumber).toBe(answered.body.receiptNumber);
      }
      const again = await resident.submit(draft.id, draft.version, key);
      expect(again.status).toBe(200);
      if (answered !== 'no answer') expect(again.body).toEqual((answered as Answered<ApplicationView>).body);
      handedIn.push(draft.id);
    }
    console.log(`a submission takes ${takesMs} ms; acknowledged before the kill: ${acknowledged} of ${TIMES}`);
    expect(acknowledged).toBeGreaterThan(0);
    const filed = await until('every case at the bureau', async () => {
      const { effects } = await new Simulators(server.simulators).journal('social-assistance');
      const cases = effects.filter(({ kind }) => kind === 'case-filed');
      return cases.length > handedIn.length && cases;
    });
    const unkilled = 1;
    expect(filed).toHaveLength(handedIn.length + unkilled);
    expect(new Set(filed.map(({ eventId }) => eventId)).size).toBe(handedIn.length + unkilled);
  });
});

/** One submission nobody disturbs. */
async function durationOf(resident: ResidentApi): Promise<number> {
  const draft = await resident.completeDraft(
    ['minimum-living-allowance'],
    aloneWithoutIncome,
    dayInShanghai(Date.now()),
  );
  const start = performance.now();
  expect((await resident.submit(draft.id, draft.version, randomUUID())).status).toBe(200);
  return Math.ceil(performance.now() - start);
}
