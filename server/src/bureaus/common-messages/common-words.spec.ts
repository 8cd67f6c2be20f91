import { examplesOf } from '../../../test/bureau-examples';
import { BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { instantOf } from '../../platform/clock';
import { COMMON_KINDS } from './common-kinds.port';
import { type CaseMessage, type CommonEvent, commonCaseIn } from './common-messages.port';
import { CommonWords, readAnswer } from './common-words';

const examples = examplesOf('common-messages');
const caseNo = '7f0c6f5e-3a54-4c51-9a86-0f5d3c0a1b11';
const words = new CommonWords('social-assistance', { 'minimum-living-allowance': 'SH01' });

const disputeNo = '0b7e7c52-6f0e-4f0d-9a53-0c1f8f5c3f10';
const helper = { role: 'helper', name: '女儿甲', idNumber: '129999195607039921' } as const;

const adult = (name: string) => ({ name, idNumber: helper.idNumber });

/** One message of ours for each example of one. */
const said: Readonly<Record<string, CaseMessage>> = {
  agent: { type: 'AGENT', data: { ...helper, relation: '女儿', until: '2027-02-25', state: 'acting' } },
  'agent-revoked': { type: 'AGENT', data: { ...helper, state: 'revoked' } },
  commitment: {
    type: 'COMMITMENT',
    data: { signedOn: '2026-11-25', papers: [{ kind: 'diagnosis', name: '诊断证明', by: '2026-12-05' }] },
  },
  authorisation: {
    type: 'AUTHORISATION',
    data: { ...adult('兄弟甲'), state: 'unreachable', reason: '在外地打工，电话一直不通', inConfidence: false },
  },
  'authorisation-signed': {
    type: 'AUTHORISATION',
    data: { ...adult('妻子甲'), state: 'signed', way: 'own-phone', inConfidence: false },
  },
  'authorisation-unasked': {
    type: 'AUTHORISATION',
    data: { ...adult('兄弟甲'), state: 'signed', way: 'this-phone', unasked: true, inConfidence: false },
  },
  dispute: {
    type: 'DISPUTE',
    data: {
      disputeNo,
      fact: 'household.monthlyOtherIncomeFen',
      label: '全家每月的其他收入',
      says: 'other-value',
      value: 120_000,
      why: '这笔是去年的退休金，今年没有了',
      found: { value: 400_000, from: '社会保险' },
    },
  },
  'dispute-not-mine': {
    type: 'DISPUTE',
    data: {
      disputeNo,
      fact: 'household.ownsCar',
      label: '名下有汽车',
      says: 'not-mine',
      found: { value: true, from: '机动车登记' },
    },
  },
  elsewhere: { type: 'ELSEWHERE', data: { programmes: ['minimum-living-allowance'] } },
  'public-notice': {
    type: 'PUBLIC_NOTICE',
    data: {
      programme: 'minimum-living-allowance',
      stage: 'before-decision',
      lines: [
        { label: '名字', text: '测*' },
        { label: '街道', text: '西青区西营门街道' },
        { label: '申请的', text: '低保' },
      ],
      days: 7,
    },
  },
  'send-on': {
    type: 'SEND_ON',
    data: { office: { code: '120111002', name: '西青区李七庄街道办事处' }, why: '住处已划到李七庄街道' },
  },
  payee: {
    type: 'PAYEE',
    data: {
      payeeNo: '5b6a5c1e-0000-4000-8000-000000000001',
      way: 'account',
      owner: 'applicant',
      name: '单人断收入',
      card: 'social-security-card',
      number: '6200000000000000018',
    },
  },
  'payee-street': {
    type: 'PAYEE',
    data: { payeeNo: '5b6a5c1e-0000-4000-8000-000000000002', way: 'street', trouble: 'no-card' },
  },
  change: {
    type: 'CHANGE',
    data: { kind: 'income', told: '2027-02-03', on: '2027-02-01', text: '上周起在小区做保洁，每月一千二' },
  },
};

/** What each callback of the document means. */
const living = { caseNo, programme: 'minimum-living-allowance' } as const;
const ground = '《最低生活保障审核确认办法》第三十二条';

const heard: Readonly<Record<string, CommonEvent>> = {
  'signed-at-desk': { kind: 'signed-at-desk', caseNo, idNumber: helper.idNumber, on: '2026-11-26' },
  'signer-asked': {
    kind: 'signer-asked',
    caseNo,
    idNumber: helper.idNumber,
    on: '2026-11-26',
    how: 'in-person',
    theirs: true,
  },
  'go-on-without': {
    kind: 'go-on-without',
    caseNo,
    idNumber: helper.idNumber,
    reason: '长期在外地，社区证实联系不上',
  },
  'dispute-corrected': {
    kind: 'dispute-answered',
    caseNo,
    disputeNo,
    answer: { outcome: 'corrected', fact: 'household.monthlyOtherIncomeFen', value: 120_000, from: '社会保险（更正）' },
  },
  'dispute-stays': {
    kind: 'dispute-answered',
    caseNo,
    disputeNo,
    answer: { outcome: 'stays', why: '登记的车在本人名下，十月还年检过' },
  },
  reopened: { kind: 'reopened', caseNo, programme: 'minimum-living-allowance', why: '收入按更正的数重新看' },
  moved: {
    kind: 'moved',
    caseNo,
    on: '2026-11-27',
    office: { code: '120111', name: '西青区民政局' },
    why: '街道看完了，送到区里定',
  },
  'payee-checked': {
    kind: 'payee-checked',
    caseNo,
    payeeNo: '5b6a5c1e-0000-4000-8000-000000000001',
    result: 'mismatch',
  },
  plan: { kind: 'payment-planned', ...living, fen: 104_500, per: 'month', from: '2027-01-01' },
  'plan-tapering': {
    kind: 'payment-planned',
    ...living,
    fen: 52_250,
    per: 'month',
    from: '2027-03-01',
    until: '2027-08-01',
    tapering: true,
  },
  paid: {
    kind: 'paid',
    ...living,
    paymentNo: 'FF202701-000001',
    month: '2027-01-01',
    fen: 104_500,
    on: '2027-01-10',
  },
  'pay-changed': {
    kind: 'payment-changed',
    ...living,
    fen: 90_000,
    from: '2027-03-01',
    why: '家里收入多了一些',
    ground,
  },
  'pay-stopped': {
    kind: 'payment-stopped',
    ...living,
    from: '2027-09-01',
    why: '找到工作，收入高过标准了',
    ground,
  },
  recheck: { kind: 'recheck-set', ...living, on: '2027-11-25', every: 'year' },
  'paper-unreadable': { kind: 'paper-unreadable', caseNo, paper: 'diagnosis', by: '2026-12-02' },
  'pushed-on': { kind: 'pushed-on', caseNo, on: '2026-11-26', to: '户籍地街道办事处' },
};

describe('what we say in common words', () => {
  it.each(Object.entries(said))('%s is what the document shows', (name, message) => {
    const documented = examples.json<{ at: string }>(name);
    const at = instantOf(Date.parse(documented.at));
    expect(JSON.parse(JSON.stringify(words.toWire(message, { at })))).toEqual(documented);
  });

  it('brings a paper along as its file, and never speaks of one without it', () => {
    const documented = examples.json<{ at: string }>('paper');
    const at = instantOf(Date.parse(documented.at));
    const data = { kind: 'diagnosis', name: '诊断证明', page: 1, pages: 2 };
    const file = { type: 'image/jpeg', bytes: Buffer.from('示例，不是照片') };
    const message = { type: 'PAPER', data } as const;
    expect(JSON.parse(JSON.stringify(words.toWire(message, { at, file })))).toEqual(documented);
    expect(() => words.toWire(message, { at })).toThrow(RangeError);
  });
});

describe('what a bureau says in common words', () => {
  it.each(Object.entries(heard))('%s is read as the document says', (name, event) => {
    const { type, data } = examples.callback(name);
    expect(words.readEvent(type, data)).toEqual(event);
  });

  it('has an example for each kind', () => {
    expect(new Set(Object.values(heard).map(({ kind }) => kind))).toEqual(new Set(COMMON_KINDS));
  });

  it('is not guessed at: an unknown type, no case, a day that is none', () => {
    const { type, data } = examples.callback('pushed-on');
    for (const [spoiledType, spoiled] of [
      ['TY_SOMETHING', data],
      [type, { ...data, caseNo: 7 }],
      [type, { ...data, on: '2026-02-30' }],
      [type, [data]],
    ] as const) {
      expect(() => words.readEvent(spoiledType, spoiled)).toThrow(BureauNonsense);
    }
    const corrected = examples.callback('dispute-corrected');
    for (const spoiled of [
      { value: '1e309' },
      { value: '1200' },
      { fact: 'household.cats' },
      { from: '' },
      { outcome: 'no' },
    ])
      expect(() => words.readEvent(corrected.type, { ...corrected.data, ...spoiled })).toThrow(BureauNonsense);
    expect(commonCaseIn({ ...data, on: 1 })).toBe(caseNo);
    expect(commonCaseIn('nothing')).toBeUndefined();
  });
});

describe('a sum', () => {
  it.each(['0.00', '-1045.00', '1045', '1045.5', '1e309', '￥1,045.00元', '1045.00 ', 1045, null, '9999999999.00'])(
    'of %j is nobody’s guess: it is left to a person',
    (amount) => {
      for (const name of ['plan', 'paid', 'pay-changed']) {
        const { type, data } = examples.callback(name);
        expect(() => words.readEvent(type, { ...data, amount })).toThrow(
          new BureauNonsense('social-assistance', 'amount'),
        );
      }
    },
  );

  it.each([
    ['plan-tapering', { until: undefined }, 'until'],
    ['plan-tapering', { until: '2027-02' }, 'until'],
    ['plan', { item: 'SH99' }, 'item'],
    ['paid', { month: '2027-13' }, 'month'],
    ['paid', { paymentNo: undefined }, 'paymentNo'],
    ['pay-stopped', { ground: undefined }, 'ground'],
    ['pay-stopped', { why: '' }, 'why'],
    ['payee-checked', { result: 'yes' }, 'result'],
  ])('that comes with %s and %j is not guessed at either', (name, change, field) => {
    const { type, data } = examples.callback(name);
    expect(() => words.readEvent(type, { ...data, ...change })).toThrow(new BureauNonsense('social-assistance', field));
  });
});

it('reads no name of whoever owns an account, whatever a bureau writes beside the result', () => {
  const { type, data } = examples.callback('payee-checked');
  const event = words.readEvent(type, { ...data, ownerName: '别人甲', name: '别人甲' });
  expect(JSON.stringify(event)).not.toContain('别人');
});

describe('what a bureau answers', () => {
  it.each([
    ['answer-200', 200, { kind: 'done', body: expect.anything() }],
    ['answer-400', 400, { kind: 'rejected', code: 'unreadable', words: 'data.role' }],
    ['answer-404', 404, { kind: 'rejected', code: 'no-such-case' }],
    ['answer-409', 409, { kind: 'rejected', code: 'other-message' }],
    ['answer-422', 422, { kind: 'rejected', code: 'not-now', words: '这件已经撤回' }],
  ])('%s is what its status and result say together', (name, status, answer) => {
    expect(readAnswer({ status, body: examples.json(name) })).toEqual(answer);
  });

  it.each([
    [202, { code: 1 }, 'pending'],
    [200, { code: 50000 }, 'failed'],
    [200, { result: 'no-such-case' }, 'failed'],
    [404, '<html>', 'failed'],
    [401, { result: 'done' }, 'failed'],
    [500, undefined, 'failed'],
  ])('with status %d and %j inside is %s', (status, body, kind) => {
    expect(readAnswer({ status, body })).toMatchObject({ kind });
  });

  it('leaves no example of the document unread', () => {
    expect(examples.unread()).toEqual([]);
  });
});
