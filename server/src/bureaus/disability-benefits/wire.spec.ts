import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import type { FiledCase } from '../relief-bureau.port';
import { readAnswer, readEvent, toApplication, toRevocation, toSubsidy } from './wire';

const examples = examplesOf('disability-benefits');
const caseNo = '2c4fd0c1-9d52-43a1-8f7e-6d7b5a9e0c22';

const filed: FiledCase = {
  caseNo,
  office: { code: '120111001', name: '西营门街道' },
  applicant: {
    name: '重残一级',
    idNumber: '129999198503179915',
    phone: '13800000002',
    address: '西营门街道某小区2号楼202',
  },
  members: [{ name: '孩子甲', idNumber: '129999201503179928', relation: 'child' }],
  items: [
    {
      programme: 'disability-care-subsidy',
      declared: [{ fact: 'disabledPerson.grade', label: '残疾证上的等级', value: 'grade-1' }],
    },
  ],
  statement: '出门不方便，请先打电话。',
  papers: ['残疾证'],
  meansAuthorised: true,
};

describe('what we ask of disability-benefits', () => {
  it('is what its document shows', () => {
    expect(toApplication(filed)).toEqual(examples.json('submit.request'));
    const subsidy = {
      programme: 'disability-living-subsidy',
      declared: [{ fact: 'household.isLowIncomeMargin', label: '办过低保边缘家庭', value: true }],
    } as const;
    expect(toSubsidy(subsidy)).toEqual(examples.json('add-subsidy.request'));
    expect(toRevocation(['disability-care-subsidy'])).toEqual(examples.json('revoke.request'));
    expect(toRevocation()).toEqual(examples.json('revoke-whole.request'));
  });

  it('fits their shorter field without cutting a character in two', () => {
    const { remark = '' } = toApplication({ ...filed, statement: '𠮷'.repeat(1001) });
    expect([...remark]).toHaveLength(1000);
    expect(remark.endsWith('𠮷…')).toBe(true);
    expect(toApplication({ ...filed, statement: '茶'.repeat(1000) }).remark).toHaveLength(1000);
  });

  it('names no programme the bureau does not take', () => {
    expect(() => toRevocation(['minimum-living-allowance'])).toThrow(RangeError);
  });
});

describe('what disability-benefits answers', () => {
  it.each([
    ['submit.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['add-subsidy.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['revoke.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['submit.answer-202', 202, { kind: 'pending' }],
    ['submit.answer-422', 422, { kind: 'rejected', code: '42201', words: '补贴种类不对或重复' }],
    ['revoke.answer-422', 422, { kind: 'rejected', code: '42202', words: '已有结果' }],
    ['answer-500', 500, { kind: 'failed', answered: true, why: 'status 500 (50000)' }],
  ])('%s is what its status and code say together', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [200, 50000],
    [200, 1],
    [202, 0],
    [401, 40101],
    [422, 40101],
    [429, 40001],
  ])('with status %d and code %d inside is neither done nor a refusal', (status, code) => {
    expect(readAnswer({ status, body: { code } })).toMatchObject({ kind: 'failed', answered: true });
  });

  it.each([{ code: '0' }, { code: 0.5 }, {}, []])('that is %p is not guessed at', (body) => {
    expect(() => readAnswer({ status: 200, body })).toThrow(BureauNonsense);
  });
});

describe('what disability-benefits tells', () => {
  it.each([
    ['accepted', { kind: 'accepted', caseNo, on: '2026-11-26' }],
    ['papers-requested', { kind: 'papers-requested', caseNo, papers: ['残疾证', '银行卡'], by: '2026-12-10' }],
    ['papers-received', { kind: 'papers-received', caseNo, papers: ['残疾证'] }],
    ['visited', { kind: 'visited', caseNo, on: '2026-12-01' }],
    [
      'decided-approved',
      {
        kind: 'decided',
        caseNo,
        programme: 'disability-care-subsidy',
        outcome: 'approved',
        on: '2026-12-08',
        amount: { fen: 20_000, per: 'person-month' },
        from: '2026-11-01',
      },
    ],
    [
      'decided-refused',
      {
        kind: 'decided',
        caseNo,
        programme: 'disability-living-subsidy',
        outcome: 'refused',
        on: '2026-12-08',
        clause: { text: '不是低保或低保边缘家庭', id: 'C7' },
      },
    ],
  ])('%s is read into our words', (name, event) => {
    const { type, data } = examples.callback(name);
    expect(readEvent(type, data)).toEqual(event);
  });

  it.each([
    ['decided-approved', { standard: '￥1,234.5元' }, 'standard'],
    ['decided-approved', { standard: '1e309' }, 'standard'],
    ['decided-approved', { standard: '-1' }, 'standard'],
    ['decided-approved', { standard: 200 }, 'standard'],
    ['decided-approved', { standard: undefined }, 'standard'],
    ['decided-approved', { startMonth: '2026-13' }, 'startMonth'],
    ['decided-approved', { result: 'MAYBE' }, 'result'],
    ['decided-refused', { reason: undefined }, 'reason'],
    ['accepted', { bizNo: 7 }, 'bizNo'],
  ])('%s with %p is not guessed at', (name, change, field) => {
    const { type, data } = examples.callback(name);
    expect(() => readEvent(type, { ...data, ...change })).toThrow(new BureauNonsense('disability-benefits', field));
  });
});

it('every example of the document was read', () => {
  expect(examples.unread()).toEqual([]);
});
