import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TimelineView } from '@jinmen/shared/applications/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { aloneWithoutIncome } from '../../support/households';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const DEAD_FOR_MS = 60_000;

describe('social assistance, dead for a minute', () => {
  let server: ServerProcess;
  let simulators: Simulators;

  beforeAll(async () => {
    server = await startServer({ withSimulators: true });
    simulators = new Simulators(server.simulators);
  });
  afterAll(async () => {
    await server?.stop();
  });

  it('costs nothing: the case is kept, said to be waiting, delivered once and never read as a refusal', async () => {
    const resident = await ResidentApi.signIn(server, '单人-断收入');
    await resident.becomeKnown();
    const programmes = ['minimum-living-allowance', 'temporary-assistance'];
    const draft = await resident.completeDraft(programmes, aloneWithoutIncome, dayInShanghai(Date.now()));
    await simulators.fault({ bureau: 'social-assistance', fault: 'dead', ms: DEAD_FOR_MS, untilReset: true });
    const handedIn = await resident.submit(draft.id, draft.version, randomUUID());
    expect(handedIn.status).toBe(200);
    const path = `/relief/applications/${draft.id}/timeline`;
    const said = await until(
      'words for the wait',
      async () => (await resident.get<TimelineView>('GET', path)).notice,
      30_000,
    );
    expect(said).toContain('已收下');
    const during = await resident.application(draft.id);
    expect(during.state).toBe('open');
    expect(during.cases.flatMap(({ items }) => items.map(({ state }) => state))).toEqual(['in-hand', 'in-hand']);
    expect((await simulators.journal('social-assistance')).effects).toEqual([]);
    await pause(DEAD_FOR_MS);
    await until(
      'the case at the bureau',
      async () => (await simulators.journal('social-assistance')).effects.length > 0,
      60_000,
    );
    await until('the wait to be over', async () => {
      const timeline = await resident.get<TimelineView>('GET', path);
      return timeline.notice === undefined;
    });
    const { effects } = await simulators.journal('social-assistance');
    expect(effects.filter(({ kind }) => kind === 'case-filed')).toHaveLength(1);
  });
});
