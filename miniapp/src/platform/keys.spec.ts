import { newKey } from './keys';

describe('the key of an intention', () => {
  const inWechat = (work: () => void) => {
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    work();
    Object.assign(process.env, { TARO_ENV: 'h5' });
  };

  it('is 32 hex digits and never the same twice, in a browser and in WeChat', () => {
    const keys = Array.from({ length: 200 }, newKey);
    inWechat(() => keys.push(...Array.from({ length: 200 }, newKey)));
    expect(new Set(keys).size).toBe(400);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('comes of the random bytes WeChat gave, while there are any', async () => {
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    await jest.isolateModulesAsync(async () => {
      const { phone } = jest.requireActual<typeof import('../../test/taro')>('../../test/taro');
      phone.random = (length) => Uint8Array.from({ length }, (_, index) => index);
      const keys = jest.requireActual<typeof import('./keys')>('./keys');
      await keys.prepareKeys();
      expect(keys.newKey()).toBe('000102030405060708090a0b0c0d0e0f');
      expect(keys.newKey()).toBe('101112131415161718191a1b1c1d1e1f');
    });
    Object.assign(process.env, { TARO_ENV: 'h5' });
  });
});
