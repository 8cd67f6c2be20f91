import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aWorld, someKeys } from './_fixtures/a-world';
import { example } from './_fixtures/examples';

describe('the simulators over a restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jm-sim-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('remember cases, what they answered, and yeses given, when they have a folder', async () => {
    const env = { ...someKeys(), SIMULATORS_STATE_DIR: folder };
    const request = example('social-assistance', 'file-case.request');
    const first = await aWorld(env);
    const before = await first.call('social-assistance', '/shjz/v2/aj', request, { eventId: 'message-0001' });
    const answer = await before.json();
    await first.control('/__sim/wechat/grants', { person: '单人-断收入', template: 'T', count: 2 });
    await first.stop();

    const second = await aWorld(env);
    const again = await second.call('social-assistance', '/shjz/v2/aj', request, { eventId: 'message-0001' });
    expect(await again.json()).toEqual(answer);
    expect((await second.read<{ effects: unknown[] }>('/__sim/journal')).effects).toEqual([]);
    const caseUrl = `${second.origin}/desk/social-assistance/cases/${request.wbywh}`;
    expect(await (await fetch(caseUrl)).text()).toContain('西营门街道');
    await fetch(`${caseUrl}/accept`, { method: 'POST' });
    expect(second.bff.arrived.map(({ message }) => message.type)).toEqual(['SL']);
    await second.control('/__sim/reset', {});
    await second.stop();

    const third = await aWorld(env);
    expect((await fetch(caseUrl.replace(second.origin, third.origin))).status).toBe(404);
    await third.stop();
  });

  it('leave no file half-written behind', () => {
    expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});
