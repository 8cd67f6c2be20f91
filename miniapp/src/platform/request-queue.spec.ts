import { type Lane, RequestQueue } from './request-queue';

/** Requests that answer when the test says so. */
function aBusyQueue() {
  const queue = new RequestQueue();
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const ask = (name: string, lane: Lane = 'ordinary') =>
    queue.run(lane, () => {
      started.push(name);
      return new Promise<void>((done) => finish.set(name, done));
    });
  return { ask, started, finish };
}

describe('the queue of requests', () => {
  it('runs eight at once, and the ninth when one has answered', async () => {
    const { ask, started, finish } = aBusyQueue();
    for (let index = 1; index <= 9; index++) void ask(`${index}`);
    await Promise.resolve();
    expect(started).toHaveLength(8);
    finish.get('3')?.();
    await new Promise((later) => setTimeout(later));
    expect(started.at(-1)).toBe('9');
  });

  it('has two places left for signing in, and no third', async () => {
    const { ask, started } = aBusyQueue();
    for (let index = 1; index <= 9; index++) void ask(`${index}`);
    for (let index = 1; index <= 3; index++) void ask(`sign-in ${index}`, 'sign-in');
    await Promise.resolve();
    expect(started.slice(8)).toEqual(['sign-in 1', 'sign-in 2']);
  });

  it('goes on after a request that failed', async () => {
    const queue = new RequestQueue();
    const fail = () => queue.run('ordinary', () => Promise.reject(new Error('request:fail')));
    const failures = Array.from({ length: 20 }, fail);
    const outcomes = await Promise.allSettled(failures);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  });
});
