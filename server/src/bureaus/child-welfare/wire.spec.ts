import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import type { FiledCase } from '../relief-bureau.port';
import { caseIn, readAnswer, readEvent, toCase, toItem, toWithdrawal } from './wire';

const examples = examplesOf('child-welfare');
const caseNo = '5d0b1f3a-7c2e-4a68-9b14-3e8f0a6d2c71';
const ORPHAN = 'orphan-living-allowance';
const UNATTENDED = 'de-facto-unattended-child-allowance';

const documented = examples.json<{ child: { id_card: string }; family: { id_card: string }[] }>('file-case.request');

const filed: FiledCase = {
  caseNo,
  office: { code: '120111001', name: '西营门街道' },
  applicant: {
    name: '孩子甲',
    idNumber: documented.child.id_card,
    phone: '13800000002',
    address: '西营门街道某小区2号楼202',
  },
  members: [{ name: '奶奶甲', idNumber: documented.family[0]?.id_card ?? '', relation: 'grandparent' }],
  items: [{ programme: ORPHAN, declared: [{ fact: 'child.isAged18', label: '孩子满18岁了', value: false }] }],
  statement: '孩子跟着奶奶，请打奶奶的电话。',
  papers: ['社保卡或银行卡，没有的街道帮您办'],
  meansAuthorised: false,
};

describe('what we ask of child-welfare', () => {
  it('is what its document shows', () => {
    expect(toCase(filed)).toEqual(documented);
    const item = {
      programme: UNATTENDED,
      declared: [{ fact: 'child.hukouOutsideTianjin', label: '孩子的户口在外地', value: false }],
    } as const;
    expect(toItem(item)).toEqual(examples.json('add-item.request'));
    expect(toWithdrawal([ORPHAN])).toEqual(examples.json('cancel.request'));
    expect(toWithdrawal()).toEqual(examples.json('cancel-whole.request'));
  });

  it('names no programme the bureau does not take', () => {
    expect(() => toWithdrawal(['old-age-allowance'])).toThrow(RangeError);
  });
});

describe('what child-welfare answers', () => {
  it.each([
    ['file-case.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['add-item.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['cancel.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['file-case.answer-202', 202, { kind: 'pending' }],
    ['file-case.answer-400', 400, { kind: 'rejected', code: 'ID_CARD', words: '身份证号不对' }],
    ['file-case.answer-409', 409, { kind: 'rejected', code: 'CASE_EXISTS', words: '业务号已登记' }],
    ['cancel.answer-422', 422, { kind: 'rejected', code: 'DECIDED', words: '已有决定' }],
    ['answer-500', 500, { kind: 'failed', answered: true, why: 'status 500 (BUSY)' }],
  ])('%s is what its status and code say together', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [200, { status: 'ERROR', code: 'BUSY' }],
    [200, { status: 'RECEIVED' }],
    [202, { status: 'OK' }],
    [401, { status: 'ERROR', code: 'SIGNATURE' }],
    [422, { status: 'ERROR', code: 'SIGNATURE' }],
    [422, { status: 'ERROR' }],
    [404, undefined],
  ])('with status %d and %j inside is neither done nor a refusal', (status, body) => {
    expect(readAnswer({ status, body })).toMatchObject({ kind: 'failed', answered: true });
  });

  it('that names no status is not guessed at', () => {
    expect(() => readAnswer({ status: 200, body: {} })).toThrow(BureauNonsense);
  });
});

describe('what child-welfare tells', () => {
  it.each([
    ['accepted', { kind: 'accepted', caseNo, on: '2026-11-26' }],
    [
      'papers-requested',
      { kind: 'papers-requested', caseNo, papers: ['监护人的身份证', '社保卡或银行卡'], by: '2026-12-10' },
    ],
    ['papers-received', { kind: 'papers-received', caseNo, papers: ['监护人的身份证'] }],
    ['visited', { kind: 'visited', caseNo, on: '2026-12-01' }],
    [
      'decided-approved',
      {
        kind: 'decided',
        caseNo,
        programme: ORPHAN,
        outcome: 'approved',
        on: '2026-12-20',
        amount: { fen: 260_500, per: 'person-month' },
        from: '2027-01-01',
      },
    ],
    [
      'decided-refused',
      {
        kind: 'decided',
        caseNo,
        programme: UNATTENDED,
        outcome: 'refused',
        on: '2026-12-20',
        clause: { text: '已经按孤儿领取基本生活费' },
      },
    ],
  ])('%s is read as its document says', (name, event) => {
    const { type, data } = examples.callback(name);
    expect(readEvent(type, data)).toEqual(event);
  });

  it.each([
    ['an amount that is none', { monthly: '1e309' }],
    ['an outcome nobody listed', { outcome: 'maybe' }],
    ['a benefit of another bureau', { benefit: 'SH01' }],
    ['a day that does not exist', { decided_on: '2026-02-30' }],
  ])('with %s it is nobody’s guess, and the case is still named', (_what, spoiled) => {
    const { type, data } = examples.callback('decided-approved');
    expect(() => readEvent(type, { ...data, ...spoiled })).toThrow(BureauNonsense);
    expect(caseIn({ ...data, ...spoiled })).toBe(caseNo);
  });

  it('of an unknown type is nonsense, and no example is left unread', () => {
    expect(() => readEvent('case.closed', { case_no: caseNo })).toThrow(BureauNonsense);
    expect(examples.unread()).toEqual([]);
  });
});
