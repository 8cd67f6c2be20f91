import { createHmac } from 'node:crypto';
import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { orgCodeOf, siteOf } from './registry-sites';
import { readAnswer, readEvent, toConfirm, toDeskAnswer, toEnd, toMove, toReview } from './wire';

const examples = examplesOf('marriage-registry');
const booking = 'c0b7a9b2-7f7b-4b5e-9a41-6a8d0f2f4c77';
const reviewNo = '5d0f9c1e-2a53-4c3b-8a77-40d1f0c9e6aa';
const at = new Date('2026-11-25T02:30:15Z');
const number = 'JM-7KQ2M9';
const [groom, bride] = examples
  .json<{ persons: { name: string; certNo: string; phone?: string }[] }>('confirm.request')
  .persons.map(({ name, certNo, phone }) => ({ name, idNumber: certNo, ...(phone && { phone }) })) as [
  { name: string; idNumber: string; phone: string },
  { name: string; idNumber: string },
];
const time = (site: string, day: string, from: string, to: string) => ({
  site,
  day: day as '2026-12-01',
  startsAt: new Date(`${day}T${from}:00+08:00`),
  endsAt: new Date(`${day}T${to}:00+08:00`),
});

describe('what we tell the marriage registry', () => {
  it('is what its document shows, in Beijing time, the same at every try', () => {
    const appointment = { booking, number, kind: 'marriage', ceremony: true, people: [groom, bride] };
    const wished = { ...appointment, ...time('yifeng-street', '2026-12-01', '09:00', '09:30') };
    const review = { reviewNo, booking, kind: 'marriage', person: { name: bride.name, idNumber: bride.idNumber } };
    const words = '登记那天，女方要满 20 岁。';
    expect(toConfirm(wished, at)).toEqual(examples.json('confirm.request'));
    expect(toMove(booking, time('registry-120101', '2026-12-02', '14:00', '14:30'), at)).toEqual(
      examples.json('move.request'),
    );
    expect(toEnd(booking, at)).toEqual(examples.json('cancel.request'));
    expect(toEnd(booking, at)).toEqual(examples.json('suspend.request'));
    expect(toReview(review, at)).toEqual(examples.json('review.request'));
    expect(toDeskAnswer({ queryNo: 'W-120101-17', number, outcome: 'refused', words }, at)).toEqual(
      examples.json('desk-answer.request'),
    );
  });

  it('names every site by the registry’s code and back, and none the registry does not have', () => {
    for (const code of ['120101', '120119', 'TS01', 'TS06']) expect(orgCodeOf(siteOf(code) ?? '')).toBe(code);
    expect([siteOf('TS07'), siteOf('110101'), siteOf('constructor')]).toEqual([undefined, undefined, undefined]);
    expect(() => orgCodeOf('town-hall')).toThrow('no site town-hall');
  });
});

describe('what the marriage registry answers', () => {
  it.each([
    ['answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['answer-202', 202, { kind: 'pending' }],
    ['answer-400', 400, { kind: 'rejected', code: '40', words: '报文不对：date' }],
    ['answer-404', 404, { kind: 'rejected', code: '44', words: '没有这件预约' }],
    ['answer-409', 409, { kind: 'rejected', code: '49', words: '已经取消' }],
    ['answer-503', 503, { kind: 'failed', answered: true, why: 'status 503 (90)' }],
  ])('%s is what status and code say together', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [200, '44'],
    [202, '0'],
    [409, '0'],
  ])('status %d with code %s is not believed', (status, code) => {
    expect(readAnswer({ status, body: { code } }).kind).toBe('failed');
  });
});

describe('what the marriage registry tells', () => {
  const read = (name: string) => {
    const { type, data } = examples.callback(name);
    return readEvent(type, data);
  };
  const couple = [
    expect.objectContaining({ name: '示离夫' }),
    expect.objectContaining({ name: '示离妻', idNumber: expect.stringMatching(/^\d{17}[\dX]$/) }),
  ];

  it.each([
    ['checked-in', { kind: 'checked-in', number, at: new Date('2026-12-01T01:02:00Z') }],
    ['absence-excused', { kind: 'absence-excused', number, why: '那天大雪，路封了' }],
    [
      'partner-came',
      {
        kind: 'partner-came',
        queryNo: 'W-120101-17',
        number,
        person: { name: bride.name, idNumber: bride.idNumber },
      },
    ],
    [
      'divorce-accepted',
      {
        kind: 'divorce-accepted',
        divorceNo: 'LH120101-2026-000017',
        site: 'registry-120101',
        receivedOn: '2026-11-25',
        people: couple,
      },
    ],
    ['divorce-withdrawn', { kind: 'divorce-withdrawn', divorceNo: 'LH120101-2026-000017', on: '2026-12-03' }],
    ['divorce-done', { kind: 'divorce-done', divorceNo: 'LH120101-2026-000017', on: '2027-01-06' }],
    ['review-clear', { kind: 'reviewed', reviewNo, result: 'clear' }],
    ['review-attend', { kind: 'reviewed', reviewNo, result: 'attend' }],
    ['day-closed', { kind: 'day-closed', site: 'yifeng-street', day: '2026-12-01', why: '那天场地有事，不能登记' }],
  ])('%s, in our words', (name, event) => {
    expect(read(name)).toEqual(event);
  });

  it.each([
    ['checked-in', { occurredAt: '2026-12-01T09:02:00Z' }, 'occurredAt'],
    ['checked-in', { showNo: '' }, 'showNo'],
    ['partner-came', { certNo: '12999919980315991' }, 'certNo'],
    ['divorce-accepted', { persons: [{ name: '一', certNo: '129999199803159910' }] }, 'persons'],
    ['divorce-accepted', { orgCode: 'TS99' }, 'orgCode'],
    ['divorce-accepted', { receivedDate: '2026-02-30' }, 'receivedDate'],
    ['review-clear', { result: 'MARRIED' }, 'result'],
    ['day-closed', { date: '20261201' }, 'date'],
  ])('%s with %p is not guessed at', (name, change, field) => {
    const { type, data } = examples.callback(name);
    expect(() => readEvent(type, { ...data, ...change })).toThrow(new BureauNonsense('marriage-registry', field));
  });

  it('of a kind nobody listed is not guessed at', () => {
    expect(() => readEvent('MARRIED', {})).toThrow(BureauNonsense);
    expect(() => readEvent('constructor', {})).toThrow(BureauNonsense);
  });
});

it('a pass is sealed as its document works it out', () => {
  const { key, showNo, spokenCode, text } = examples.json<Record<string, string>>('pass-example');
  const seal = (said: string) =>
    createHmac('sm3', Buffer.from(key ?? '', 'base64'))
      .update(said)
      .digest('hex');
  expect(String(Number.parseInt(seal(`code\n${showNo}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0')).toBe(
    spokenCode,
  );
  expect(text).toBe(`${showNo}.${spokenCode}.${seal(`pass\n${showNo}\n${spokenCode}`).slice(0, 32)}`);
});

it('every example of the document was read', () => {
  expect(examples.unread()).toEqual([]);
});
