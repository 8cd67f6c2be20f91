import { deeperThan, MAX_DEPTH, parseJson } from './json-body';

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

  it.each(['', '{', '{"a":1,}', 'undefined', '{"__proto__":{"x":1}}', '{"\\u005f_proto__":1}'])(
    '%j is refused as malformed',
    (text) => {
      expect(() => parseJson(Buffer.from(text))).toThrow('request.malformed-json');
    },
  );

  it('may speak of __proto__ in a text', () => {
    expect(parseJson(Buffer.from('{"a":"__proto__"}'))).toEqual({ a: '__proto__' });
  });
});
