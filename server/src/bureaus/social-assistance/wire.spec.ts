import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import type { FiledCase } from '../relief-bureau.port';
import { readAnswer, readEvent, toCase, toCheck, toItem, toWithdrawal } from './wire';

const examples = examplesOf('social-assistance');
const caseNo = '7f0c6f5e-3a54-4c51-9a86-0f5d3c0a1b11';
const checkNo = 'c0b7a9b2-7f7b-4b5e-9a41-6a8d0f2f4c77';

const filed: FiledCase = {
  caseNo,
  office: { code: '120111001', name: '西营门街道' },
  applicant: {
    name: '单人断收入',
    idNumber: '129999198503179915',
    phone: '13800000001',
    address: '西营门街道某小区1号楼101',
  },
  members: [{ name: '孩子甲', idNumber: '129999201503179928', relation: 'child' }],
  items: [
    {
      programme: 'minimum-living-allowance',
      declared: [
        { fact: 'household.monthlyWageIncomeFen', label: '全家每月的工资', value: 0 },
        { fact: 'household.memberCount', label: '一起生活的人数', value: 2 },
        { fact: 'household.hasDisabledMember', label: '有残疾人', value: null },
      ],
    },
    { programme: 'temporary-assistance', declared: [] },
  ],
  statement: '上个月工厂停了，这个月还没有找到活。',
  papers: ['身份证', '户口本'],
  meansAuthorised: true,
};

describe('what we ask of social-assistance', () => {
  it('is what its document shows', () => {
    expect(toCase(filed)).toEqual(examples.json('file-case.request'));
    const item = {
      programme: 'low-income-margin',
      declared: [{ fact: 'household.moneyAssetsFen', label: '全家的存款和现金（总数）', value: 1_200_000 }],
    } as const;
    expect(toItem(item)).toEqual(examples.json('add-item.request'));
    expect(toWithdrawal(['temporary-assistance'])).toEqual(examples.json('withdraw.request'));
    expect(toWithdrawal()).toEqual(examples.json('withdraw-whole.request'));
    expect(
      toCheck({
        checkNo,
        on: '2026-11-26',
        outcome: 'finished',
        facts: [
          { fact: 'household.monthlyWageIncomeFen', label: '全家每月的工资', value: 0, from: '社会保险' },
          { fact: 'household.ownsCar', label: '名下有汽车', value: false, from: '机动车登记' },
        ],
      }),
    ).toEqual(examples.json('report-check.request'));
    expect(toCheck({ checkNo, on: '2026-11-26', outcome: 'impossible', facts: [], why: '数据源没有应答' })).toEqual(
      examples.json('report-check-impossible.request'),
    );
  });

  it('leaves out what there is none of, instead of sending it empty', () => {
    const { statement: _, ...silent } = filed;
    const alone = toCase({ ...silent, members: [], papers: [], meansAuthorised: false });
    expect(Object.keys(alone)).toEqual(['wbywh', 'sldw', 'sqr', 'sqsx', 'hdsq']);
    expect(alone.hdsq).toBe('0');
  });

  it('names no programme the bureau does not take', () => {
    expect(() => toWithdrawal(['disability-care-subsidy'])).toThrow(RangeError);
  });
});

describe('what social-assistance answers', () => {
  it.each([
    ['file-case.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['add-item.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['withdraw.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['report-check.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['file-case.answer-202', 202, { kind: 'pending' }],
    ['file-case.answer-409', 409, { kind: 'rejected', code: '2003', words: '外部业务号已登记' }],
    ['file-case.answer-422', 422, { kind: 'rejected', code: '1003', words: '申请人公民身份号码不对' }],
    ['withdraw.answer-422', 422, { kind: 'rejected', code: '2002', words: '已有决定，不能撤回' }],
    ['answer-500', 500, { kind: 'failed', answered: true, why: 'status 500 (9999)' }],
  ])('%s is what its status and code say together', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [200, '9999'],
    [200, '1003'],
    [200, '0001'],
    [202, '0000'],
    [401, '9001'],
    [422, '9001'],
    [409, '9999'],
    [429, '1001'],
  ])('with status %d and code %s inside is neither done nor a refusal', (status, jgdm) => {
    expect(readAnswer({ status, body: { jgdm } })).toMatchObject({ kind: 'failed', answered: true });
  });

  it('with a 4xx without the bureau’s own words is no refusal: some gateway’s page is not the bureau', () => {
    expect(readAnswer({ status: 404, body: undefined })).toMatchObject({ kind: 'failed', answered: true });
    expect(() => readAnswer({ status: 404, body: { error: 'no route' } })).toThrow(BureauNonsense);
  });
});

describe('what social-assistance tells', () => {
  it.each([
    ['accepted', { kind: 'accepted', caseNo, on: '2026-11-26' }],
    ['papers-requested', { kind: 'papers-requested', caseNo, papers: ['停工通知', '房屋租赁合同'], by: '2026-12-10' }],
    ['papers-received', { kind: 'papers-received', caseNo, papers: ['停工通知'] }],
    ['visited', { kind: 'visited', caseNo, on: '2026-12-01' }],
    ['publicised', { kind: 'publicised', caseNo, from: '2026-12-02', until: '2026-12-09' }],
    [
      'decided-approved',
      {
        kind: 'decided',
        caseNo,
        programme: 'minimum-living-allowance',
        outcome: 'approved',
        on: '2026-12-10',
        amount: { fen: 209_000, per: 'household-month' },
        from: '2027-01-01',
      },
    ],
    [
      'decided-recognised',
      { kind: 'decided', caseNo, programme: 'low-income-margin', outcome: 'approved', on: '2026-12-10' },
    ],
    [
      'decided-refused',
      {
        kind: 'decided',
        caseNo,
        programme: 'temporary-assistance',
        outcome: 'refused',
        on: '2026-12-10',
        clause: { text: '基本生活没有出现突发的严重困难（天津市临时救助办法）', id: 'C5' },
      },
    ],
  ])('%s is read into our words', (name, event) => {
    const { type, data } = examples.callback(name);
    expect(readEvent(type, data)).toEqual(event);
  });

  it.each([
    ['an amount nobody can be sure of', 'decided-approved', { je: '￥2,090.0元' }, 'je'],
    ['an amount beyond all numbers', 'decided-approved', { je: '1e309' }, 'je'],
    ['a negative amount', 'decided-approved', { je: '-1' }, 'je'],
    ['an amount of nobody knows what', 'decided-approved', { jedw: undefined }, 'jedw'],
    ['a unit without an amount', 'decided-approved', { je: undefined }, 'je'],
    ['an outcome nobody listed', 'decided-approved', { jdjg: '3' }, 'jdjg'],
    ['a programme nobody listed', 'decided-approved', { sxdm: 'SH99' }, 'sxdm'],
    ['a day that does not exist', 'decided-approved', { jdrq: '20260230' }, 'jdrq'],
    ['a refusal without its reason', 'decided-refused', { bytk: '' }, 'bytk'],
    ['a number of a clause that is none', 'decided-refused', { tkbh: 5 }, 'tkbh'],
    ['no case', 'accepted', { wbywh: undefined }, 'wbywh'],
    ['a request for nothing', 'papers-requested', { clmx: [] }, 'clmx'],
  ])('with %s is not guessed at', (_what, name, change, field) => {
    const { type, data } = examples.callback(name);
    expect(() => readEvent(type, { ...data, ...change })).toThrow(new BureauNonsense('social-assistance', field));
  });

  it('of a kind nobody listed is not guessed at', () => {
    const { data } = examples.callback('accepted');
    expect(() => readEvent('XX', data)).toThrow(new BureauNonsense('social-assistance', 'type'));
  });
});

it('every example of the document was read', () => {
  expect(examples.unread()).toEqual([]);
});
