import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { readAnswer, readEvent, toApply, toCancel } from './wire';

const examples = examplesOf('means-verification');
const checkNo = 'c0b7a9b2-7f7b-4b5e-9a41-6a8d0f2f4c77';
const askedAt = new Date('2026-11-25T02:30:15Z');

interface Item {
  readonly itemCode: string;
}
const finished = examples.callback('finished');
const items = finished.data.items as readonly Item[];
const with1 = (code: string, change: object) => ({
  ...finished.data,
  items: items.map((item) => (item.itemCode === code ? { ...item, ...change } : item)),
});

describe('what we ask of means-verification', () => {
  it('is what its document shows, in Beijing time, and the same at every try', () => {
    const request = {
      checkNo,
      authorisationNo: 'SQ-5d0f9c1e-2a53-4c3b-8a77-40d1f0c9e6aa',
      person: { name: '单人断收入', idNumber: '129999198503179915' },
    };
    expect(toApply(request, askedAt)).toEqual(examples.json('apply.request'));
    expect(toCancel(checkNo, askedAt)).toEqual(examples.json('cancel.request'));
  });
});

describe('what means-verification answers', () => {
  it.each([
    ['apply.answer-202', 202, { kind: 'pending' }],
    ['cancel.answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['apply.answer-200-rejected', 200, { kind: 'rejected', code: 'E0002', words: '授权书编号不对' }],
    ['cancel.answer-200-rejected', 200, { kind: 'rejected', code: 'E0006', words: '已经出报告' }],
    ['apply.answer-200-busy', 200, { kind: 'failed', answered: true, why: 'status 200 (S9001)' }],
    ['answer-200-failed', 200, { kind: 'failed', answered: true, why: 'status 200 (S9002)' }],
  ])('%s is what the code inside says, for its status is always 200', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [200, 'E9999', 'rejected'],
    [422, 'E0001', 'rejected'],
    [200, 'S0000', 'failed'],
    [200, '000001', 'failed'],
    [202, '000000', 'failed'],
    [500, 'E0001', 'failed'],
    [200, 'X1', 'failed'],
  ])('with status %d and code %s is %s', (status, rtnCode, kind) => {
    expect(readAnswer({ status, body: { head: { rtnCode } } }).kind).toBe(kind);
  });
});

describe('what means-verification tells', () => {
  it('of a finished check is what some record really has: no record is neither none nor zero', () => {
    expect(readEvent(finished.type, finished.data)).toEqual({
      kind: 'check-finished',
      checkNo,
      facts: [
        { fact: 'household.monthlyWageIncomeFen', value: 0, from: '社会保险' },
        { fact: 'household.monthlyOtherIncomeFen', value: 35_050, from: '税务' },
        { fact: 'household.yearlyIncomeFen', value: 3_120_600, from: '税务' },
        { fact: 'household.moneyAssetsFen', value: 101_000, from: '银行和证券' },
        { fact: 'household.ownsCar', value: false, from: '机动车登记' },
        { fact: 'household.ownsShopOrOffice', value: false, from: '不动产登记' },
      ],
    });
  });

  it.each([
    ['VEH_CAR', '1', 'household.ownsCar', true],
    ['HOUSE_OTHER', '2', 'household.ownsShopOrOffice', true],
  ])('%s %s is a yes', (code, count, fact, value) => {
    const event = readEvent('CHECK_FINISHED', with1(code, { count }));
    expect(event).toMatchObject({ facts: expect.arrayContaining([expect.objectContaining({ fact, value })]) });
  });

  it.each([
    ['1', false],
    ['2', true],
  ])('%s homes to live in are a second home: %p', (count, value) => {
    const change = { flag: 'Y', count, dataDate: '2026-11-25' };
    const event = readEvent('CHECK_FINISHED', with1('HOUSE_LIVING', change));
    const fact = 'household.ownsSecondHome';
    expect(event).toMatchObject({ facts: expect.arrayContaining([expect.objectContaining({ fact, value })]) });
  });

  it('of an impossible check is that, and nothing about the person', () => {
    const { type, data } = examples.callback('impossible');
    const expected = { kind: 'check-impossible', checkNo, why: '姓名与号码对不上' };
    expect(readEvent(type, data)).toEqual(expected);
    expect(readEvent(type, { ...data, reasonText: undefined })).toEqual(expected);
  });

  it('ignores items that come later to its document', () => {
    const later = { ...finished.data, items: [...items, { itemCode: 'constructor' }] };
    expect(readEvent('CHECK_FINISHED', later)).toEqual(readEvent('CHECK_FINISHED', finished.data));
  });

  it.each([
    ['AST_MONEY', { amount: '￥1,234.5元' }, 'items[4].amount'],
    ['AST_MONEY', { amount: '1e309' }, 'items[4].amount'],
    ['AST_MONEY', { amount: '-1' }, 'items[4].amount'],
    ['AST_MONEY', { amount: undefined }, 'items[4].amount'],
    ['INC_WAGE', { period: 'Y12' }, 'items[0].period'],
    ['INC_WAGE', { flag: 'y' }, 'items[0].flag'],
    ['INC_WAGE', { dataDate: '2026-11-31' }, 'items[0].dataDate'],
    ['INC_WAGE', { sourceName: undefined }, 'items[0].sourceName'],
    ['VEH_CAR', { count: '-1' }, 'items[5].count'],
    ['VEH_CAR', { count: '0.5' }, 'items[5].count'],
  ])('%s with %p is not guessed at', (code, change, field) => {
    const read = () => readEvent('CHECK_FINISHED', with1(code, change));
    expect(read).toThrow(new BureauNonsense('means-verification', field));
  });

  it('with two values for one fact is not chosen between', () => {
    const twice = { ...finished.data, items: [...items, items[0]] };
    expect(() => readEvent('CHECK_FINISHED', twice)).toThrow(new BureauNonsense('means-verification', 'items'));
  });

  it('of a kind or a reason nobody listed is not guessed at', () => {
    expect(() => readEvent('CHECK_LOST', finished.data)).toThrow(BureauNonsense);
    const { data } = examples.callback('impossible');
    expect(() => readEvent('CHECK_IMPOSSIBLE', { ...data, reasonCode: 'R99' })).toThrow(BureauNonsense);
  });
});

it('every example of the document was read', () => {
  expect(examples.unread()).toEqual([]);
});
