import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('writes the same wish the same, in whatever order its fields came', () => {
    expect(canonicalJson({ b: [{ y: 1, x: null }], a: '张三' })).toBe('{"a":"张三","b":[{"x":null,"y":1}]}');
    expect(canonicalJson({ a: '张三', b: [{ x: null, y: 1 }] })).toBe(
      canonicalJson({ b: [{ y: 1, x: null }], a: '张三' }),
    );
  });

  it('writes different wishes differently', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps the order of lists, which may matter', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});
