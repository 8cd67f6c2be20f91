import fc from 'fast-check';
import { plainWordProblems } from '../plain-words/plain-words';
import { saidProblems, tidySaid } from './told';
import type { UrgentSaid } from './views';
import { urgentKinds, urgentMissing } from './words';

const enough: UrgentSaid = { forSomebodyElse: false, kinds: ['no-food'], place: '北站候车室', phone: '138 0000 0001' };
const codes = (said: Partial<UrgentSaid>) =>
  saidProblems({ ...enough, ...said }).map(({ field, code }) => [field, code]);

describe('what somebody in an emergency must say', () => {
  it('is where, what and how to reach them: no name, no number of theirs, no hukou', () => {
    expect(saidProblems(enough)).toEqual([]);
    expect(saidProblems({ forSomebodyElse: true, kinds: ['other'], street: '120101001', findAt: '桥洞' })).toEqual([]);
  });

  it.each([
    ['nowhere', { place: ' ' }, [['place', 'urgent.no-place']]],
    ['nothing', { kinds: [] }, [['kinds', 'urgent.no-kind']]],
    ['no way to be found', { phone: '' }, [['phone', 'urgent.no-reach']]],
    ['a number nobody answers', { phone: '1380000' }, [['phone', 'phone.shape']]],
    ['a street nobody knows', { street: '999999999' }, [['street', 'street.unknown']]],
    ['a place in an essay', { place: '远'.repeat(121) }, [['place', 'address.too-long']]],
  ] as const)('with %s is told in one line what is missing', (_what, said, found) => {
    expect(codes(said)).toEqual(found);
  });

  it('says everything that is missing at once', () => {
    expect(saidProblems({ forSomebodyElse: false, kinds: [] }).map(({ field }) => field)).toEqual([
      'kinds',
      'place',
      'phone',
    ]);
  });

  it('is kept without blanks, and tidied twice is tidied once', () => {
    const text = fc.option(fc.string({ maxLength: 20 }), { nil: undefined });
    const said = fc.record({ name: text, place: text, words: text, phone: text, findAt: text }, { requiredKeys: [] });
    fc.assert(
      fc.property(said, (given) => {
        const once = tidySaid({ ...enough, ...given } as UrgentSaid);
        expect(Object.values(once).every((value) => value !== '')).toBe(true);
        expect(tidySaid(once)).toEqual(once);
      }),
    );
    expect(tidySaid(enough).phone).toBe('13800000001');
  });
});

it('every word of it is plain', () => {
  const texts = [...urgentKinds.map(({ text }) => text), ...Object.values(urgentMissing)];
  expect(texts.flatMap((text) => plainWordProblems(text, []))).toEqual([]);
});
