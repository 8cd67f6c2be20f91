import { act, render } from '@testing-library/react';
import { noNetwork, ok, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { keptKeys } from './kept-on-phone';
import { forgetLooks, usePublic, usePublicLooks } from './public-looks';

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const seen: unknown[] = [];

function Looking({ path, keep = true }: { path: string; keep?: boolean }) {
  const { data, trouble } = usePublic<{ n: number }>(path, { keep });
  seen.push(trouble?.kind ?? data?.n);
  return null;
}

const lookAt = async (path: string, keep = true) => {
  const page = render(<Looking path={path} keep={keep} />);
  await settle();
  page.unmount();
  return seen.at(-1);
};
/** The app was killed and started again: memory is gone, the phone's storage is not. */
const restart = () => usePublicLooks.setState({}, true);
const kept = () => Object.keys(JSON.parse(String(phone.stored.get(keptKeys.bookingLooks) ?? '{}')));

beforeEach(() => {
  resetPhone();
  restart();
  seen.length = 0;
});

describe('something public', () => {
  it('is there without a network after the app was killed, with its trouble said', async () => {
    serve({ 'GET /a': () => ok({ n: 1 }) });
    await lookAt('/a');
    restart();
    serve({ 'GET /a': noNetwork });
    await lookAt('/a');
    expect(usePublicLooks.getState()['/a']).toMatchObject({ data: { n: 1 }, trouble: { kind: 'offline' } });
    expect(usePublicLooks.getState()['/a']?.fetchedAtMs).toBeGreaterThan(0);
  });

  it('is asked for with its tag, and an unchanged one is of this moment again', async () => {
    serve({ 'GET /a': noNetwork });
    const first = { data: { n: 7 }, fetchedAtMs: 1, etag: '"x"' };
    phone.stored.set(keptKeys.bookingLooks, JSON.stringify({ '/a': first }));
    serve({ 'GET /a': () => ({ status: 304 }) });
    expect(await lookAt('/a')).toBe(7);
    expect(phone.asked[0]?.header['If-None-Match']).toBe('"x"');
    expect(usePublicLooks.getState()['/a']?.fetchedAtMs).toBeGreaterThan(1);
  });

  it('that nobody else need know of is not written to the phone', async () => {
    serve({ 'GET /a': () => ok({ n: 1 }), 'GET /b': () => ok({ n: 2 }) });
    await lookAt('/a', false);
    await lookAt('/b');
    expect(kept()).toEqual(['/b']);
  });

  it('fills no phone: the oldest gives way to the seventeenth', async () => {
    serve(Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`GET /${n}`, () => ok({ n })])));
    for (let n = 0; n < 17; n += 1) await lookAt(`/${n}`);
    expect(kept()).toHaveLength(16);
    expect(kept()).not.toContain('/0');
  });

  it('is forgotten when asked to', async () => {
    serve({ 'GET /a': () => ok({ n: 1 }) });
    await lookAt('/a');
    expect(forgetLooks()).toBe(true);
    expect(kept()).toEqual([]);
  });

  it('whose copy is broken is as if there were none', async () => {
    phone.stored.set(keptKeys.bookingLooks, '{"/a":{"data":5}}');
    serve({ 'GET /a': noNetwork });
    expect(await lookAt('/a')).toBe('offline');
    expect(usePublicLooks.getState()['/a']?.data).toBeUndefined();
  });
});
