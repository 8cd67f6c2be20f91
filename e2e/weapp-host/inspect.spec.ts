import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type { InspectedPage, Tappable } from './automator/in-page/inspect-methods';
import { startHost, type WeappHost } from './host';
import { askHost, type MiniProgram } from './testing/fixture-phone';

describe('what a finger can press on the page on screen', () => {
  let host: WeappHost;
  let mp: MiniProgram;
  let page: InspectedPage;

  beforeAll(async () => {
    host = await startHost({ dist: join(__dirname, 'fixture') });
    mp = await automator.connect({ wsEndpoint: host.wsEndpoint });
    page = await inspected();
  });
  afterAll(async () => {
    mp.disconnect();
    await host.stop();
  });

  // What the protocol hands over has no type of its own.
  const inspected = async () => (await askHost(mp, 'Host.tappables')) as unknown as InspectedPage;
  const byId = (id: string): Tappable => {
    const found = page.tappables.find((each) => each.id === id);
    if (!found) throw new Error(`nothing tappable is called ${id}`);
    return found;
  };

  it('is what listens to a tap and what WeChat itself lets be operated, and nothing else', () => {
    expect(page.path).toBe('pages/home/home');
    const fields = page.tappables.filter(({ tag }) => tag === 'input').map(({ className }) => className);
    expect(fields).toEqual(['name', 'closed']);
    const faces = page.tappables.filter(({ className }) => className === 'face');
    expect(faces).toHaveLength(1);
    const ids = page.tappables.map(({ id }) => id).filter((id) => id !== '');
    expect(ids).toEqual(
      'plus covered unseen go load ask subscribe copy agree refuse boom row inner pinned below'.split(' '),
    );
  });

  it('has its role and its label as the template gave them, or none', () => {
    expect(byId('plus')).toMatchObject({ role: 'button', label: 'add two', texts: ['plus'] });
    expect(byId('go')).not.toHaveProperty('role');
    expect(byId('go')).not.toHaveProperty('label');
  });

  it('reads as its texts, without what is not drawn or what is hidden from a reader', () => {
    expect(byId('row').texts).toEqual(['Tea', 'hot', 'more']);
  });

  it('lies where it lies on the page, however far that is scrolled', async () => {
    const { left, top, width, height } = byId('row').box;
    expect({ left, width, height }).toEqual({ left: 0, width: 100, height: 120 });
    expect(byId('below').box.top).toBeGreaterThan(page.screenHeight);
    await mp.pageScrollTo(400);
    page = await inspected();
    expect(byId('row').box.top).toBe(top);
  });

  it('is as wide as the phone a test asks for', async () => {
    await askHost(mp, 'Host.setScreen', { width: 320, height: 600 });
    const { width, screenHeight, tappables } = await inspected();
    expect(width).toBe(320);
    expect(screenHeight).toBeLessThan(page.screenHeight);
    expect(tappables.find(({ id }) => id === 'go')?.box.width).toBe(320);
    await askHost(mp, 'Host.renew');
    expect((await inspected()).width).toBe(page.width);
  });

  it('says what is inside another, pinned to the screen, not drawn, or closed', () => {
    const inner = byId('inner');
    expect(inner.inside === undefined ? undefined : page.tappables[inner.inside]?.id).toBe('row');
    expect(page.tappables.filter(({ pinned }) => pinned).map(({ id }) => id)).toEqual(['pinned']);
    expect(page.tappables.filter(({ hidden }) => hidden).map(({ id }) => id)).toEqual(['unseen']);
    expect(page.tappables.filter(({ disabled }) => disabled).map(({ className }) => className)).toEqual(['closed']);
  });
});
