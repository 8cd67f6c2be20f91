import Fastify, { type FastifyInstance } from 'fastify';
import { takeNamedMethod } from './method-override';

let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify({ rewriteUrl: takeNamedMethod });
  app.addContentTypeParser('multipart/form-data', (_request, _body, done) => done(null));
  for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const)
    app.route({ method, url: '/draft', handler: async ({ query }) => ({ method, query }) });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

async function answered(method: 'GET' | 'POST', named: string): Promise<unknown> {
  const [address] = app.addresses();
  const headers = { 'X-HTTP-Method-Override': named };
  return (await fetch(`http://127.0.0.1:${address?.port}/draft?a=1`, { method, headers })).json();
}

describe('a method named in a header', () => {
  it('makes a PATCH of a POST, which is all a mini-program can send', async () => {
    expect(await answered('POST', 'PATCH')).toEqual({ method: 'PATCH', query: { a: '1' } });
  });

  it('makes a PUT of a form that is posted, which is all a mini-program can send a file as', async () => {
    const [address] = app.addresses();
    const body = '--x--\r\n';
    const headers = { 'X-HTTP-Method-Override': 'PUT', 'content-type': 'multipart/form-data; boundary=x' };
    const reply = await fetch(`http://127.0.0.1:${address?.port}/draft?a=1`, { method: 'POST', headers, body });
    expect(await reply.json()).toMatchObject({ method: 'PUT' });
  });

  it.each([
    ['POST', 'DELETE'],
    ['POST', 'GET'],
    ['POST', 'PUT'],
    ['GET', 'PATCH'],
  ] as const)('does not make of a %s a %s', async (method, named) => {
    expect(await answered(method, named)).toMatchObject({ method });
  });
});
