import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import type { FiledCase } from '../relief-bureau.port';
import { caseIn, readAnswer, readEvent, toCase, toItem, toWithdrawal } from './wire';

const examples = examplesOf('eldercare');
const caseNo = '9e7a4c15-0b6d-4f82-a3c9-61d2e8f7b054';
const SERVICE = 'elder-care-service-subsidy';

const documented = examples.json<{ laoren: { zhengjianHao: string }; jiashu: { zhengjianHao: string }[] }>(
  'shenqing.request',
);

const filed: FiledCase = {
  caseNo,
  office: { code: '120111001', name: '西营门街道' },
  applicant: {
    name: '老人甲',
    idNumber: documented.laoren.zhengjianHao,
    phone: '13800000002',
    address: '西营门街道某小区2号楼202',
  },
  members: [{ name: '女儿甲', idNumber: documented.jiashu[0]?.zhengjianHao ?? '', relation: 'child' }],
  items: [
    { programme: SERVICE, declared: [{ fact: 'elder.careLevel', label: '照顾上要别人帮多少', value: 'severe' }] },
  ],
  statement: '耳朵不好，请打女儿的电话。',
  papers: ['要带哪些材料，待核定'],
  meansAuthorised: false,
};

describe('what we ask of eldercare', () => {
  it('is what its document shows', () => {
    expect(toCase(filed)).toEqual(documented);
    const item = {
      programme: 'elder-meal-subsidy',
      declared: [{ fact: 'elder.livesInInstitution', label: '住在养老院', value: false }],
    } as const;
    expect(toItem(item)).toEqual(examples.json('butie.request'));
    expect(toWithdrawal([SERVICE])).toEqual(examples.json('chehui.request'));
    expect(toWithdrawal()).toEqual(examples.json('chehui-whole.request'));
  });

  it('names no programme the bureau does not take', () => {
    expect(() => toWithdrawal(['orphan-living-allowance'])).toThrow(RangeError);
  });
});

describe('what eldercare answers', () => {
  it.each([
    ['shenqing.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['butie.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['chehui.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['shenqing.answer-202', 202, { kind: 'pending' }],
    ['shenqing.answer-409', 409, { kind: 'rejected', code: '106', words: '业务号已登记' }],
    ['shenqing.answer-422', 422, { kind: 'rejected', code: '104', words: '补贴类型不对或重复' }],
    ['chehui.answer-422', 422, { kind: 'rejected', code: '107', words: '已有决定' }],
    ['answer-500', 500, { kind: 'failed', answered: true, why: 'status 500 (999)' }],
  ])('%s is what its status and code say together', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [200, 999],
    [200, 10],
    [202, 0],
    [401, 901],
    [422, 901],
    [429, 101],
  ])('with status %d and code %d inside is neither done nor a refusal', (status, jieguo) => {
    expect(readAnswer({ status, body: { jieguo } })).toMatchObject({ kind: 'failed', answered: true });
  });

  it.each([{ jieguo: '0' }, { jieguo: 0.5 }, {}])('that is %j is not guessed at', (body) => {
    expect(() => readAnswer({ status: 200, body })).toThrow(BureauNonsense);
  });
});

describe('what eldercare tells', () => {
  const decided = (programme: string, more: object) => ({
    kind: 'decided',
    caseNo,
    programme,
    on: '2026-12-20',
    ...more,
  });

  it.each([
    ['accepted', { kind: 'accepted', caseNo, on: '2026-11-26' }],
    ['papers-requested', { kind: 'papers-requested', caseNo, papers: ['身份证', '银行卡'], by: '2026-12-10' }],
    ['papers-received', { kind: 'papers-received', caseNo, papers: ['身份证'] }],
    ['visited', { kind: 'visited', caseNo, on: '2026-12-01' }],
    [
      'decided-approved',
      decided(SERVICE, { outcome: 'approved', amount: { fen: 30_000, per: 'person-month' }, from: '2027-01-01' }),
    ],
    ['decided-meal', decided('elder-meal-subsidy', { outcome: 'approved' })],
    [
      'decided-refused',
      decided('elder-nursing-subsidy', { outcome: 'refused', clause: { text: '评估下来现在还不用别人照顾' } }),
    ],
  ])('%s is read as its document says', (name, event) => {
    const { type, data } = examples.callback(name);
    expect(readEvent(type, data)).toEqual(event);
  });

  it.each([
    ['yuan where it says fen', { jineFen: '300.00' }],
    ['a negative sum', { jineFen: '-1' }],
    ['a conclusion nobody listed', { jielun: 'KENENG' }],
    ['a day that does not exist', { juedingRi: '20260230' }],
  ])('with %s it is nobody’s guess, and the case is still named', (_what, spoiled) => {
    const { type, data } = examples.callback('decided-approved');
    expect(() => readEvent(type, { ...data, ...spoiled })).toThrow(BureauNonsense);
    expect(caseIn({ ...data, ...spoiled })).toBe(caseNo);
  });

  it('of an unknown type is nonsense, and no example is left unread', () => {
    expect(() => readEvent('GONGSHI', { yewuHao: caseNo })).toThrow(BureauNonsense);
    expect(examples.unread()).toEqual([]);
  });
});
