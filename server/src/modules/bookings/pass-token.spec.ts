import { createHmac } from 'node:crypto';
import { passTokenOf } from './pass-token';

const sealWith = (key: string) => (text: string) => createHmac('sm3', key).update(text).digest('hex');

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
});
