import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { until } from '../../test/until';
import { Gathered } from './gathered';

/** A shelf of cups, and every question that was put to it. */
function shelf(cups: Record<string, string>) {
  const questions: (readonly string[])[] = [];
  const gathered = new Gathered(async (keys) => {
    questions.push(keys);
    if (keys.includes('broken')) throw new Error('the shelf fell down');
    return new Map(keys.flatMap((key) => (key in cups ? [[key, cups[key]] as const] : [])));
  });
  return { gathered, questions, cups };
}

describe('a gathered question', () => {
  it('is put once for all who ask at the same moment, and once for the same thing', async () => {
    const { gathered, questions } = shelf({ a: 'blue', b: 'green' });
    const asked = ['a', 'b', 'a', 'c'].map((key) => gathered.find(key));
    expect(await Promise.all(asked)).toEqual(['blue', 'green', 'blue', undefined]);
    expect(questions).toEqual([['a', 'b', 'c']]);
  });

  it('is put again to whoever asks later, so that what is gone is gone at once', async () => {
    const { gathered, questions, cups } = shelf({ a: 'blue' });
    const early = gathered.find('a');
    expect(await early).toBe('blue');
    delete cups.a;
    expect(await gathered.find('a')).toBeUndefined();
    expect(questions).toEqual([['a'], ['a']]);
  });

  it('is put after the last of those it is for has asked, also when the first has waited', async () => {
    const { gathered, cups } = shelf({ a: 'blue' });
    const first = gathered.find('a');
    await Promise.resolve();
    delete cups.a;
    expect(await Promise.all([first, gathered.find('a')])).toEqual([undefined, undefined]);
  });

  it('fails for those it was put for, and for nobody after them', async () => {
    const { gathered } = shelf({ a: 'blue' });
    const settled = await Promise.allSettled([gathered.find('a'), gathered.find('broken')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await gathered.find('a')).toBe('blue');
  });

  describe('that is answered when somebody says so', () => {
    /** What was put and waits for its answer, by its first key. */
    const answers = new Map<string, () => void>();
    const put = () => [...answers.keys()];
    const withPatience = (ms: number) =>
      new Gathered<string>(
        ([key = '']) => new Promise((resolve) => answers.set(key, () => resolve(new Map([[key, key]])))),
        ms,
      );

    beforeEach(() => answers.clear());

    it('is answered before the next one is put, so that nobody overtakes', async () => {
      const gathered = withPatience(600_000); // longer than a test takes, on any machine
      const early = gathered.find('early');
      await turn();
      const late = gathered.find('late');
      await turn();
      expect(put()).toEqual(['early']);
      answers.get('early')?.();
      expect(await early).toBe('early');
      await turn();
      expect(put()).toEqual(['early', 'late']);
      answers.get('late')?.();
      expect(await late).toBe('late');
    });

    it('holds up nobody for long when its answer is lost, and may still be answered', async () => {
      const gathered = withPatience(1);
      const lost = gathered.find('lost');
      await turn();
      const next = gathered.find('next');
      await until(async () => expect(put()).toEqual(['lost', 'next']));
      answers.get('next')?.();
      expect(await next).toBe('next');
      answers.get('lost')?.();
      expect(await lost).toBe('lost');
    });
  });

  it('is split where very many ask', async () => {
    const { gathered, questions } = shelf({});
    await Promise.all(Array.from({ length: 1201 }, (_, at) => gathered.find(`cup-${at}`)));
    expect(questions.map(({ length }) => length)).toEqual([500, 500, 201]);
  });

  it('is nobody’s: it sees nothing of the request that asked first', async () => {
    const requests = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const gathered = new Gathered(async () => {
      seen.push(requests.getStore());
      return new Map([['a', 'blue']]);
    });
    const mine = requests.run('of anna', async () => [await gathered.find('a'), requests.getStore()]);
    expect(await mine).toEqual(['blue', 'of anna']);
    expect(seen).toEqual([undefined]);
  });
});
