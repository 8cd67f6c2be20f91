import { aWorld, type RunningWorld } from '../_fixtures/a-world';
import { example, shapeOf } from '../_fixtures/examples';

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.stop());

const ask = example('urgent-help', 'ask.request');
const requestNo = String(ask.wbywh);
const status = async (path: string, body: unknown) => (await world.call('social-assistance', path, body)).status;
const act = (form: Record<string, string>) =>
  fetch(`${world.origin}/desk/urgent/${requestNo}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });

describe('救急难', () => {
  it('takes what its document shows, once, and is reminded of nothing it does not know', async () => {
    expect(await status('/shjz/v2/jn', ask)).toBe(200);
    expect(await status('/shjz/v2/jn', ask)).toBe(409);
    expect(await status('/shjz/v2/jn', { ...example('urgent-help', 'ask-least.request'), wbywh: 'other' })).toBe(200);
    expect(await status('/shjz/v2/jn', { ...ask, wbywh: 'x', lxdh: undefined })).toBe(400);
    const reminder = example('urgent-help', 'remind.request');
    expect(await status(`/shjz/v2/jn/${requestNo}/cb`, reminder)).toBe(200);
    expect(await status('/shjz/v2/jn/unknown/cb', reminder)).toBe(404);
  });

  it('shows at the desk who asked, and tells what its clerks did as the document has it', async () => {
    const page = await (await fetch(`${world.origin}/desk/urgent`)).text();
    for (const word of ['JN-7KQ2M9', '老周', '滨江道地铁口', '催过 1 次', '没留名字']) expect(page).toContain(word);
    expect((await act({ act: 'handed-on' })).status).toBe(200);
    for (const name of ['contacted', 'visited', 'helped', 'handed-on'] as const) {
      await act({ act: name, words: '和平区救助管理站' });
      const told = world.bff.arrived.at(-1)?.message;
      const { type, data } = example('urgent-help', `callback-${name}`);
      expect([told?.type, shapeOf(told?.data)]).toEqual([type, shapeOf(data)]);
    }
  });
});
