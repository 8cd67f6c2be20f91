import { until } from './until';

describe('until', () => {
  it('returns the first answer that is one', async () => {
    const answers = [undefined, null, false, 0];
    await expect(until('an answer', () => answers.shift())).resolves.toBe(0);
  });

  it('says what it waited for and what went wrong last', async () => {
    const never = until('rain', () => Promise.reject(new Error('dry')), 60);
    await expect(never).rejects.toThrow('waited 60 ms in vain for rain: dry');
  });
});
