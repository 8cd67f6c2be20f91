import { resetVault } from '../../test/memory-vault';
import { noNetwork, ok, serve } from '../../test/server';
import { resetPhone } from '../../test/taro';
import { openPdf } from './document';
import { beginSession } from './session';

const reply = (status: number) => ({ status, blob: async () => new Blob(['%PDF']) });
let fetched: jest.Mock;
let saved: string[];

beforeEach(async () => {
  resetPhone();
  resetVault();
  serve({});
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
  fetched = jest.fn(async () => reply(200));
  saved = [];
  Object.assign(globalThis, { fetch: fetched });
  Object.assign(URL, { createObjectURL: () => 'blob:paper', revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(() => jest.restoreAllMocks());

const lets = (page: object | null) => jest.spyOn(window, 'open').mockReturnValue(page as Window | null);

describe('a paper in a browser', () => {
  it('is shown beside the page it was asked for on', async () => {
    const shown = { location: { href: '' }, close: () => undefined };
    lets(shown);
    expect(await openPdf('/paper')).toBe('opened');
    expect([shown.location.href, saved]).toEqual(['blob:paper', []]);
  });

  it('that lets no page open another is saved among the downloads', async () => {
    lets(null);
    expect(await openPdf('/paper')).toBe('opened');
    expect(saved).toEqual(['paper.pdf']);
  });

  it('that cannot be shown is said to be so: it is no matter of the network', async () => {
    lets(null);
    Object.assign(URL, {
      createObjectURL: () => {
        throw new Error('no room');
      },
    });
    expect(await openPdf('/paper')).toBe('failed');
  });

  it('is out of reach without a network, and nobody is signed out by that, in the middle of renewing either', async () => {
    lets(null);
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await openPdf('/paper')).toBe('offline');
    fetched.mockResolvedValue(reply(401));
    serve({ 'POST /sessions/refresh': noNetwork });
    expect(await openPdf('/paper')).toBe('offline');
    serve({ 'POST /sessions/refresh': () => ({ status: 500 }) });
    expect(await openPdf('/paper')).toBe('failed');
    serve({ 'POST /sessions/refresh': () => ok({ accessToken: 'b', refreshToken: 'r2', expiresIn: 900 }) });
    fetched.mockResolvedValueOnce(reply(401)).mockResolvedValueOnce(reply(200));
    expect(await openPdf('/paper')).toBe('opened');
  });
});
