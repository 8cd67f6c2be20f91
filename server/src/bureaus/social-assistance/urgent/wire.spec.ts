import { examplesOf } from '../../../../test/bureau-examples';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import type { UrgentCall } from './urgent-line.port';
import { readNews, requestIn, toCall, toReminder } from './wire';

const examples = examplesOf('urgent-help');
const requestNo = '2d0a0f7e-6a0e-4d0b-9a35-1f7c9be1d001';

const call: UrgentCall = {
  requestNo,
  number: 'JN-7KQ2M9',
  askedAt: '2026-11-25T14:03:07.000Z',
  office: { code: '120101001', name: '和平区劝业场街道办事处' },
  place: '滨江道地铁口',
  name: '老周',
  forSomebodyElse: true,
  kinds: [
    { code: 'no-food', text: '没吃的，也没钱买' },
    { code: 'other', text: '别的急事' },
  ],
  words: '老人两天没吃东西。',
  phone: '13800000001',
};

describe('what we ask of 救急难', () => {
  it('is what its document shows', () => {
    expect(toCall(call)).toEqual(examples.json('ask.request'));
    expect(toReminder('2026-11-25T14:33:07.000Z')).toEqual(examples.json('remind.request'));
  });

  it('needs no name, no street and no phone, and sends nothing empty', () => {
    const least: UrgentCall = {
      requestNo,
      number: 'JN-7KQ2M9',
      askedAt: '2026-11-25T16:03:07.000Z',
      place: '北站候车室',
      forSomebodyElse: false,
      kinds: [{ code: 'no-shelter', text: '没地方住' }],
      findAt: '二楼，穿蓝棉衣',
    };
    expect(toCall(least)).toEqual(examples.json('ask-least.request'));
  });
});

describe('what 救急难 tells', () => {
  it.each([
    ['contacted', { requestNo, kind: 'contacted' }],
    ['visited', { requestNo, kind: 'visited' }],
    ['helped', { requestNo, kind: 'helped', what: '送去了三天的饭和药' }],
    ['handed-on', { requestNo, kind: 'handed-on', to: '和平区救助管理站' }],
  ])('%s is read into our words', (name, news) => {
    const { type, data } = examples.callback(name);
    expect(readNews(type, data)).toEqual(news);
  });

  it('helped without saying what is help all the same', () => {
    const { type, data } = examples.callback('helped');
    expect(readNews(type, { ...data, bznr: undefined })).toEqual({ requestNo, kind: 'helped' });
  });

  it.each([
    ['handed on to nobody', 'handed-on', { zbdw: '' }, 'zbdw'],
    ['about nothing', 'contacted', { wbywh: undefined }, 'wbywh'],
  ])('%s is not guessed at', (_what, name, change, field) => {
    const { type, data } = examples.callback(name);
    expect(() => readNews(type, { ...data, ...change })).toThrow(new BureauNonsense('social-assistance', field));
  });

  it('of a kind nobody listed is not guessed at, yet says what it is about', () => {
    const { data } = examples.callback('contacted');
    expect(() => readNews('JNXX', data)).toThrow(new BureauNonsense('social-assistance', 'type'));
    expect(requestIn(data)).toBe(requestNo);
    expect(requestIn('<html>')).toBeUndefined();
  });
});

it('every example of the document was read', () => {
  expect(examples.unread()).toEqual([]);
});
