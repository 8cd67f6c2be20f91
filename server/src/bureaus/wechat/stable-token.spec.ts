import { StableToken } from './stable-token';

/** A token office that counts, and a clock that is turned by hand. */
function office(seconds = 7200) {
  let asked = 0;
  let now = 0;
  const token = new StableToken(
    async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { token: `t${asked}`, seconds };
    },
    () => now,
  );
  return {
    token,
    asked: () => asked,
    at: (second: number) => {
      now = second * 1000;
    },
  };
}

describe('the access token', () => {
  it('is fetched once for all who ask at the same time', async () => {
    const { token, asked } = office();
    const got = await Promise.all(Array.from({ length: 50 }, () => token.get()));
    expect(new Set(got)).toEqual(new Set(['t1']));
    expect(asked()).toBe(1);
  });

  it('is kept until about five minutes before its end, never longer', async () => {
    const { token, asked, at } = office();
    await token.get();
    at(6839);
    expect(await token.get()).toBe('t1');
    at(6961);
    expect(await token.get()).toBe('t2');
    expect(asked()).toBe(2);
  });

  it('is not renewed by all processes in the same second', async () => {
    const renewedAt = new Set<number>();
    for (let process = 0; process < 20; process += 1) {
      const { token, at } = office();
      await token.get();
      for (let second = 6840; second <= 6960; second += 1) {
        at(second);
        if ((await token.get()) === 't2') {
          renewedAt.add(second);
          break;
        }
      }
    }
    expect(renewedAt.size).toBeGreaterThan(5);
  });

  it('that is good for a short time only is kept for half of it', async () => {
    const { token, at } = office(100);
    await token.get();
    at(49);
    expect(await token.get()).toBe('t1');
    at(51);
    expect(await token.get()).toBe('t2');
  });

  it('is fetched anew once dropped, and a newer one is not dropped by somebody late', async () => {
    const { token, asked } = office();
    await token.get();
    token.drop('t1');
    expect(await token.get()).toBe('t2');
    token.drop('t1');
    expect(await token.get()).toBe('t2');
    expect(asked()).toBe(2);
  });

  it('that is not given is asked for again the next time', async () => {
    let given: { token: string; seconds: number } | undefined;
    const token = new StableToken(
      async () => given,
      () => 0,
    );
    expect(await token.get()).toBeUndefined();
    given = { token: 't', seconds: 7200 };
    expect(await token.get()).toBe('t');
  });
});
