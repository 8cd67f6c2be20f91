import Fastify, { type FastifyInstance } from 'fastify';
import { acceptJsonBodies, deeperThan, MAX_DEPTH, parseJson } from './json-body';

const nested = (depth: number): Buffer => Buffer.from('['.repeat(depth) + ']'.repeat(depth));

describe('a JSON body', () => {
  it('is taken at the greatest allowed depth and refused one deeper', () => {
    expect(() => parseJson(nested(MAX_DEPTH))).not.toThrow();
    expect(() => parseJson(nested(MAX_DEPTH + 1))).toThrow('request.too-deep');
  });

  it('is refused at a depth of 100 000 without running out of stack', () => {
    expect(() => parseJson(nested(100_000))).toThrow('request.too-deep');
    expect(() => parseJson(Buffer.from('{"a":'.repeat(100_000)))).toThrow('request.too-deep');
  });

  it('does not count brackets inside texts, escaped quotes included', () => {
    const text = JSON.stringify({ note: `"${'['.repeat(50)}\\"{` });
    expect(deeperThan(1, Buffer.from(text))).toBe(false);
    expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
  });

  it('counts nesting, not the number of brackets', () => {
    expect(deeperThan(2, Buffer.from('[[],[],[],{},{}]'))).toBe(false);
  });

  it.each([
    ...['', '{', '{"a":1,}', 'undefined'],
    ...['{"__proto__":{"x":1}}', '{"\\u005f_proto__":1}', '{"__proto__" :1}'],
    ...['{"a":{"constructor":1}}', '{"\\u0063onstructor":1}'],
  ])('%j is refused as malformed', (text) => {
    expect(() => parseJson(Buffer.from(text))).toThrow('request.malformed-json');
  });

  it.each(['__proto__', 'constructor'])('may speak of %s in a text', (word) => {
    expect(parseJson(Buffer.from(`{"a":"${word}"}`))).toEqual({ a: word });
  });
});

describe('a request that is called JSON', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = Fastify();
    acceptJsonBodies(app);
    for (const method of ['POST', 'DELETE'] as const)
      app.route({ method, url: '/', handler: async ({ body }) => ({ saw: body ?? 'none' }) });
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  it.each([
    ['POST', undefined, 'none'],
    ['POST', '', 'none'],
    ['POST', '{}', {}],
    ['DELETE', undefined, 'none'],
    ['DELETE', '', 'none'],
    ['DELETE', '{}', {}],
  ] as const)('has, as a %s of %j, the body its bytes say: of not one byte, none (%j)', async (method, body, saw) => {
    const [address] = app.addresses();
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch(`http://127.0.0.1:${address?.port}/`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    expect(await sent.json()).toEqual({ saw });
  });
});
