import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestProxy } from './request-proxy';

describe('wx.request as Node makes it', () => {
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const { method, url, headers } = request;
        response.statusCode = url === '/missing' ? 404 : 200;
        response.end(JSON.stringify({ method, url, type: headers['content-type'], referer: headers.referer, body }));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const send = async (proxy: RequestProxy, options: object) => JSON.parse(await proxy.answer(JSON.stringify(options)));

  it('puts the data of a GET into the query and carries the referrer of a mini-program', async () => {
    const { data } = await send(new RequestProxy(undefined), { url: `${origin}/a?x=1`, data: { q: '茶', n: 2 } });
    expect(data.url).toBe('/a?x=1&q=%E8%8C%B6&n=2');
    expect(data.referer).toMatch(/^https:\/\/servicewechat\.com\//);
  });

  it('sends the data of a POST as JSON, or as a form when the app says so', async () => {
    const proxy = new RequestProxy(undefined);
    const json = await send(proxy, { url: origin, method: 'post', data: { a: 1 } });
    expect(json.data).toMatchObject({ method: 'POST', type: 'application/json', body: '{"a":1}' });
    const header = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const form = await send(proxy, { url: origin, method: 'POST', header, data: { a: 1 } });
    expect(form.data.body).toBe('a=1');
  });

  it('sends a file as the one part of a form, and leaves what is answered a text', async () => {
    const file = { name: 'file', fileName: 'a.jpg', base64: Buffer.from('a photo').toString('base64') };
    const header = { 'Content-Type': 'application/json' };
    const sent = { url: origin, method: 'POST', header, file, dataType: 'text' };
    const { data } = await send(new RequestProxy(undefined), sent);
    const { type, body } = JSON.parse(data);
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toMatch(/name="file"; filename="a.jpg"[\s\S]*a photo/);
  });

  it('takes an HTTP error for an answer and an unreachable server for a failure', async () => {
    const proxy = new RequestProxy(undefined);
    expect(await send(proxy, { url: `${origin}/missing` })).toMatchObject({ statusCode: 404 });
    expect(await send(proxy, { url: 'http://127.0.0.1:1/' })).toEqual({
      error: expect.stringMatching(/ECONNREFUSED|bad port/),
    });
    expect(await send(proxy, { url: 'no url' })).toEqual({ error: expect.stringMatching(/Invalid URL/) });
  });

  it.each(['from the start', 'later'])(
    'sends every request to the API base given %s, and remembers each',
    async (when) => {
      const proxy = new RequestProxy(when === 'later' ? undefined : origin);
      proxy.apiBase = origin;
      await send(proxy, { url: 'http://127.0.0.1:1/api?x=1', method: 'POST', data: '茶' });
      expect(proxy.requests).toEqual([
        expect.objectContaining({ url: `${origin}/api?x=1`, method: 'POST', bytesOut: 3, status: 200 }),
      ]);
    },
  );
});
