import { passTokenOf } from './pass-token';

/** Sixty-four hex signs that follow from key and text, as a seal's do. */
const sealWith = (key: string) => (text: string) => {
  let state = 0x811c9dc5;
  const next = (sign: string) => {
    state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return state.toString(16).padStart(8, '0');
  };
  for (const sign of `${key}\n${text}`) next(sign);
  return [...'sealedit'].map(next).join('');
};

describe('a pass', () => {
  it('says the same whenever it is made, and something else for another number or another key', () => {
    const one = passTokenOf('JM-7KQ2M9', sealWith('k'));
    expect(one).toEqual(passTokenOf('JM-7KQ2M9', sealWith('k')));
    expect(one.code).toMatch(/^\d{6}$/);
    expect(one.token).toMatch(new RegExp(`^JM-7KQ2M9\\.${one.code}\\.[0-9a-f]{32}$`));
    for (const other of [passTokenOf('JM-7KQ2MA', sealWith('k')), passTokenOf('JM-7KQ2M9', sealWith('l'))]) {
      expect(other.code).not.toBe(one.code);
      expect(other.token.split('.')[2]).not.toBe(one.token.split('.')[2]);
    }
  });

  it('is the number alone where no desk has a key', () => {
    expect(passTokenOf('JM-7KQ2M9', () => undefined)).toEqual({ code: 'JM-7KQ2M9', token: 'JM-7KQ2M9' });
  });

  it('of one of several people bears the number of that person, and no other opens with it', () => {
    const [first, second] = [1, 2].map((of) => passTokenOf(`JM-7KQ2M9-${of}`, sealWith('k')));
    expect(first?.token).toMatch(/^JM-7KQ2M9-1\./);
    expect(first?.token.slice('JM-7KQ2M9-1'.length)).not.toBe(second?.token.slice('JM-7KQ2M9-2'.length));
  });
});
