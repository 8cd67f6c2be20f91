import { createHmac } from 'node:crypto';
import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import type { SeaParty, SeaVoyage } from './funeral-affairs.port';
import { readAnswer, readEvent, toConfirm, toEnd, toMove, toParty, toPhoneAnswer } from './wire';
import {
  BRINGER_CODES,
  FORM_CODES,
  KINSHIP_CODES,
  OUTCOME_CODES,
  PAPER_CODES,
  PAPER_STATES,
  PLACE_CODES,
  RELATION_CODES,
  WAY_CODES,
} from './wire-codes';

const examples = examplesOf('funeral-affairs');
const booking = 'c0b7a9b2-7f7b-4b5e-9a41-6a8d0f2f4c77';
const [number, farewell] = ['JM-7KQ2M9', 'HM-4TR8WX'];
const at = new Date('2026-11-25T02:30:15Z');
const { applicant, deceased } = examples.json<Record<'applicant' | 'deceased', { certNo: string }>>('confirm.request');
const daughter = { name: '示女儿', idNumber: applicant.certNo };
const mother = { name: '示母亲', idNumber: deceased.certNo };

const voyage = (id: string, day: SeaVoyage['day']): SeaVoyage => ({
  id,
  vessel: '示例客船',
  day,
  startsAt: new Date(`${day}T08:30:00+08:00`),
  endsAt: new Date(`${day}T11:30:00+08:00`),
  meeting: { place: '天津市殡仪服务总站', at: new Date(`${day}T06:30:00+08:00`) },
});
const FIRST = voyage('2d0f8a3c-6a77-4f0e-8d0e-0a5b3c1d9e01', '2027-03-20');
const NEXT = voyage('2d0f8a3c-6a77-4f0e-8d0e-0a5b3c1d9e02', '2027-03-27');

const party: SeaParty = {
  way: 'collective',
  applicant: { ...daughter, phone: '13800000171' },
  kinship: { relation: 'child', way: 'hukou-book' },
  deceased: {
    ...mother,
    died: '2026-10-30',
    cremated: '2026-11-02',
    paper: { form: 'certificate-2026', number: mother.idNumber },
  },
  ashes: { place: 'funeral-home', where: '市第一殡仪馆', bringer: 'funeral-home' },
  travellers: [
    { pass: 'JM-7KQ2M9-1', name: '示女儿', age: 55, where: 'aboard' },
    {
      pass: 'JM-7KQ2M9-2',
      name: '示父亲',
      age: 84,
      where: 'aboard',
      wheelchair: true,
      health: '心脏做过支架，随身带药',
    },
    { pass: 'JM-7KQ2M9-3', where: 'ashore' },
  ],
  papers: [
    { paper: 'death-certificate', how: 'at-funeral-home' },
    { paper: 'own-id', how: 'bring' },
    { paper: 'kinship', how: 'promised', until: '2027-03-25' },
  ],
};

describe('what we tell the funeral bureau', () => {
  it('is what its document shows, in Beijing time, the same at every try', () => {
    expect(toConfirm({ booking, number, farewell, voyage: FIRST, ...party }, at)).toEqual(
      examples.json('confirm.request'),
    );
    expect(toMove(booking, NEXT, at)).toEqual(examples.json('move.request'));
    expect(toEnd(booking, at)).toEqual(examples.json('suspend.request'));
    expect(toEnd(booking, at)).toEqual(examples.json('cancel.request'));
    expect(toPhoneAnswer({ queryNo: 'F-20261125-1', outcome: 'placed', number, farewell }, at)).toEqual(
      examples.json('phone-answer.request'),
    );
    const words = '这一班已经满了。报名我们收好了，有合适的船先打电话给您。';
    expect(toPhoneAnswer({ queryNo: 'F-20261125-2', outcome: 'full', farewell, words }, at)).toEqual(
      examples.json('phone-answer-full.request'),
    );
  });

  it('leaves out what the family has not said, and says neither null nor an empty text', () => {
    const little: SeaParty = {
      way: 'proxy',
      applicant: daughter,
      kinship: { relation: 'other', way: 'told', words: '母亲是养母，材料都在老家' },
      deceased: { name: '示母亲' },
      ashes: { place: 'at-home', where: '', bringer: 'family' },
      travellers: [],
      papers: [{ paper: 'proxy-letter', how: 'bring' }],
    };
    expect(toParty(booking, little, at)).toEqual(examples.json('party.request'));
  });

  it('gives every word of ours a code of its own', () => {
    for (const codes of [
      BRINGER_CODES,
      FORM_CODES,
      KINSHIP_CODES,
      OUTCOME_CODES,
      PAPER_CODES,
      PAPER_STATES,
      PLACE_CODES,
      RELATION_CODES,
      WAY_CODES,
    ])
      expect(new Set(Object.values(codes)).size).toBe(Object.keys(codes).length);
  });
});

describe('what the funeral bureau answers', () => {
  it.each([
    ['answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['answer-202', 202, { kind: 'pending' }],
    ['answer-400', 400, { kind: 'rejected', code: '40', words: '报文不对：voyage' }],
    ['answer-404', 404, { kind: 'rejected', code: '44', words: '没有这件' }],
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

describe('what the funeral bureau tells', () => {
  const phoned = { kind: 'phoned-in', queryNo: 'F-20261125-1', voyage: FIRST.id, way: 'collective' };

  it.each([
    [
      'phoned-in',
      {
        ...phoned,
        applicant: { ...daughter, phone: '02288880171' },
        deceased: { ...mother, died: '2026-10-30' },
        aboard: 2,
        ashore: 1,
      },
    ],
    [
      'phoned-in-any',
      {
        kind: 'phoned-in',
        queryNo: 'F-20261125-2',
        way: 'proxy',
        applicant: { ...daughter, phone: '13800000171' },
        deceased: { name: '示母亲' },
        aboard: 0,
        ashore: 0,
      },
    ],
    [
      'phoned-in-at-desk',
      {
        kind: 'phoned-in',
        queryNo: 'F-20261125-3',
        way: 'collective',
        applicant: { ...daughter, phone: '02288880171' },
        deceased: { ...mother, died: '2026-10-30' },
        aboard: 2,
        ashore: 1,
        papers: ['death-certificate', 'kinship'],
      },
    ],
    ['boarded', { kind: 'boarded', number, pass: 'JM-7KQ2M9-2', at: new Date('2027-03-19T23:52:10Z') }],
    ['absent', { kind: 'absent', number, at: new Date('2027-03-20T00:30:00Z') }],
    [
      'scattered',
      {
        kind: 'scattered',
        number,
        at: new Date('2027-03-20T01:41:05Z'),
        latitude: 38.86542,
        longitude: 117.9321,
        vessel: '示例客船',
      },
    ],
    ['voyage-sailed', { kind: 'sailed', voyage: FIRST.id, at: new Date('2027-03-20T00:31:00Z') }],
    ['voyage-off', { kind: 'voyage-off', voyage: FIRST.id, why: '海上风大，船不能开' }],
    ['papers-seen', { kind: 'papers-seen', farewell, papers: ['death-certificate', 'cremation-certificate'] }],
    ['death-verified', { kind: 'death-verified', certificate: mother.idNumber, person: mother, died: '2026-10-30' }],
  ])('%s, in our words', (name, event) => {
    const { type, data } = examples.callback(name);
    expect(readEvent(type, data)).toEqual(event);
  });

  it.each([
    ['phoned-in', { mode: 'constructor' }, 'mode'],
    ['phoned-in', { aboard: '-1' }, 'aboard'],
    ['phoned-in', { applicant: { name: '示女儿', certNo: '1' } }, 'applicant.certNo'],
    ['phoned-in', { deceased: { name: '示母亲', deathDate: '2026-02-30' } }, 'deceased.deathDate'],
    ['phoned-in-at-desk', { papers: [{ paper: 'XX' }] }, 'papers[0].paper'],
    ['boarded', { occurredAt: '2027-03-20T07:52:10Z' }, 'occurredAt'],
    ['boarded', { passNo: '' }, 'passNo'],
    ['scattered', { lat: '90.00001' }, 'lat'],
    ['scattered', { lat: '38.9' }, 'lat'],
    ['scattered', { lon: '1.17e2' }, 'lon'],
    ['voyage-sailed', { voyageNo: '' }, 'voyageNo'],
    ['voyage-off', { reason: undefined }, 'reason'],
    ['papers-seen', { papers: [] }, 'papers'],
    ['papers-seen', { papers: [{ paper: 'XX' }] }, 'papers[0].paper'],
    ['death-verified', { certNo: '12999919450309992' }, 'certNo'],
  ])('%s with %p is not guessed at', (name, change, field) => {
    const { type, data } = examples.callback(name);
    expect(() => readEvent(type, { ...data, ...change })).toThrow(new BureauNonsense('funeral-affairs', field));
  });

  it('of a kind nobody listed is not guessed at', () => {
    expect(() => readEvent('SANK', {})).toThrow(BureauNonsense);
    expect(() => readEvent('constructor', {})).toThrow(BureauNonsense);
  });
});

it('a pass is sealed as its document works it out', () => {
  const { key, passNo, spokenCode, text } = examples.json<Record<string, string>>('pass-example');
  const seal = (said: string) =>
    createHmac('sm3', Buffer.from(key ?? '', 'base64'))
      .update(said)
      .digest('hex');
  const code = String(Number.parseInt(seal(`code\n${passNo}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
  expect(code).toBe(spokenCode);
  expect(text).toBe(`${passNo}.${code}.${seal(`pass\n${passNo}\n${code}`).slice(0, 32)}`);
});

it('every example of the document was read', () => {
  expect(examples.unread()).toEqual([]);
});
