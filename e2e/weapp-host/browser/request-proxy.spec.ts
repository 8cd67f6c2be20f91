import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDomains } from './domain-list';
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
        response.statusCode = Number(url?.slice(1)) || 200;
        if (url === '/never') return;
        response.end(JSON.stringify({ method, url, type: headers['content-type'], referer: headers.referer, body }));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const send = async (proxy: RequestProxy, options: object) => JSON.parse(await proxy.answer(JSON.stringify(options)));

  it('puts the data of a GET into the query and carries the referrer of a mini-program', async () => {
    const { data } = await send(new RequestProxy(), { url: `${origin}/a?x=1`, data: { q: '茶', n: 2 } });
    expect(data.url).toBe('/a?x=1&q=%E8%8C%B6&n=2');
    expect(data.referer).toBe('https://servicewechat.com/touristappid/devtools/page-frame.html');
  });

  it('lets no app say where it comes from', async () => {
    const proxy = new RequestProxy({ appId: 'wx1' });
    const { data } = await send(proxy, { url: origin, header: { Referer: 'https://elsewhere.example' } });
    expect(data.referer).toBe('https://servicewechat.com/wx1/devtools/page-frame.html');
  });

  it('gives up when the time an app allows is over, and when the app hangs up', async () => {
    const proxy = new RequestProxy();
    expect(await send(proxy, { url: `${origin}/never`, timeout: 50 })).toEqual({ error: 'timeout' });
    const waiting = send(proxy, { url: `${origin}/never`, id: '7' });
    await new Promise((next) => setImmediate(next));
    proxy.drop('7');
    expect(await waiting).toEqual({ error: expect.stringMatching(/abort/) });
  });

  it('asks listed addresses only, by the address in the app, over TLS unless the list says otherwise', async () => {
    const refused: string[] = [];
    const domains = readDomains({ request: ['api.example', 'http://plain.example'] });
    const proxy = new RequestProxy({ apiBase: origin, domains, onRefused: (url) => refused.push(url) });
    const outcome = async (url: string, api?: string) => {
      const { statusCode, error } = await send(proxy, { url, api });
      return statusCode ?? error;
    };
    const no = 'url not in domain list';
    expect(await outcome('https://api.example/a')).toBe(200);
    expect(await outcome('http://plain.example/a')).toBe(200);
    expect(await outcome('http://api.example/a')).toBe(no);
    expect(await outcome('https://api.example:8443/a')).toBe(no);
    expect(await outcome('https://elsewhere.example/a')).toBe(no);
    expect(await outcome('https://api.example/a', 'uploadFile')).toBe(no);
    expect(refused).toEqual([
      'http://api.example',
      'https://api.example:8443',
      'https://elsewhere.example',
      'https://api.example',
    ]);
    expect(() => readDomains(['https://api.example/path'])).toThrow(/no path/);
    expect(() => readDomains('api.example')).toThrow(/must be a list/);
  });

  it('sends the data of a POST as JSON, or as a form when the app says so', async () => {
    const proxy = new RequestProxy();
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
    const { data } = await send(new RequestProxy(), sent);
    const { type, body } = JSON.parse(data);
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toMatch(/name="file"; filename="a.jpg"[\s\S]*a photo/);
  });

  it('takes an HTTP error for an answer and an unreachable server for a failure', async () => {
    const proxy = new RequestProxy();
    expect(await send(proxy, { url: `${origin}/404` })).toMatchObject({ statusCode: 404 });
    expect(await send(proxy, { url: `${origin}/500` })).toMatchObject({ statusCode: 500 });
    expect(await send(proxy, { url: 'http://127.0.0.1:1/' })).toEqual({
      error: expect.stringMatching(/ECONNREFUSED|bad port/),
    });
    expect(await send(proxy, { url: 'no url' })).toEqual({ error: expect.stringMatching(/Invalid URL/) });
  });

  it.each(['from the start', 'later'])(
    'sends every request to the API base given %s, and remembers each',
    async (when) => {
      const proxy = new RequestProxy(when === 'later' ? {} : { apiBase: origin });
      proxy.apiBase = origin;
      await send(proxy, { url: 'http://127.0.0.1:1/api?x=1', method: 'POST', data: '茶' });
      expect(proxy.requests).toEqual([
        expect.objectContaining({ url: `${origin}/api?x=1`, method: 'POST', bytesOut: 3, status: 200 }),
      ]);
    },
  );
});
