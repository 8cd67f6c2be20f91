import type { AppealView } from '@jinmen/shared/applications/appeal';
import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { type ReliefHouse, startReliefHouse, type TestResident, viewOf } from '../../../../test/relief-house';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';

const LIVING = 'minimum-living-allowance';
const OTHER_INCOME = 'household.monthlyOtherIncomeFen';
const ON = '2026-11-25';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse(undefined, { RECONSIDERATION_URL: 'http://fy.example' });
});
afterAll(() => house.end());
beforeEach(() => {
  for (const bureau of Object.values(house.bureaus)) bureau.heard.length = 0;
});

interface Refused {
  readonly anna: TestResident;
  readonly id: string;
  readonly caseNo: string;
}

/** Accepted, looked into with one figure found, and not decided yet. */
async function lookedInto(): Promise<Refused> {
  const anna = house.resident();
  const told = { 'fact:household.hukou': 'all-tianjin', 'fact:household.memberCount': 1 };
  const { id } = await anna.filledDraft([LIVING], {
    ...told,
    'fact:household.monthlyWageIncomeFen': 0,
    'fact:household.monthlyBasicPensionFen': 0,
    [`fact:${OTHER_INCOME}`]: 90_000,
  });
  await anna.post(`/${id}/authorisations`, { member: 'applicant', accepted: true });
  const caseNo = String(viewOf(await anna.post(`/${id}/submission`)).cases[0]?.id);
  await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
  await house.delivered();
  const asked = house.bureaus['means-verification'].heard.at(-1)?.said as { checkNo: string };
  const facts = [{ fact: OTHER_INCOME, value: 400_000, from: '社会保险' }];
  await house.tell('means-verification', { kind: 'check-finished', checkNo: asked.checkNo, facts });
  return { anna, id, caseNo };
}

async function refused(): Promise<Refused> {
  const looked = await lookedInto();
  await house.tell('social-assistance', refusal(looked.caseNo));
  return looked;
}

const refusal = (caseNo: string) => ({
  kind: 'decided',
  caseNo,
  programme: LIVING,
  outcome: 'refused',
  on: ON,
  clause: { text: '人均收入高于标准', id: 'C5' },
});
const approval = (caseNo: string) => ({
  ...{ kind: 'decided', caseNo, programme: LIVING, outcome: 'approved', on: ON },
  amount: { fen: 4_500, per: 'household-month' },
});
const wrong = { fact: OTHER_INCOME, says: 'other-value', value: 100_000, why: '这笔是去年的' };
const disputeNoIn = (view: ApplicationView) => String(view.disputes?.at(-1)?.id);
const answer = (caseNo: string, disputeNo: string, said: object) => ({
  kind: 'dispute-answered' as const,
  caseNo,
  disputeNo,
  answer: said,
});
const reopening = (caseNo: string) => ({ kind: 'reopened' as const, caseNo, programme: LIVING });
const corrected = { outcome: 'corrected', fact: OTHER_INCOME, value: 100_000, from: '社会保险（更正）' };
const decisionIn = ({ cases }: ApplicationView) => cases[0]?.items[0]?.decision;
const tellCommon = (event: object) => house.tellCommon('social-assistance', event as CommonEvent);
interface Told {
  readonly caseNo?: string;
  readonly message?: { readonly type: string };
}
const told = (about: string) =>
  house.bureaus['social-assistance'].heard
    .map(({ said }) => said as Told)
    .filter(({ caseNo, message }) => caseNo === about && message?.type === 'DISPUTE');

describe('a refusal', () => {
  it('says the clause by its number, the figures with whose they are, and what can be done', async () => {
    const { anna, id } = await refused();
    const decision = decisionIn(await anna.view(id));
    expect(decision?.clause).toMatchObject({ text: '人均收入高于标准', id: 'C5', source: { article: '第九条' } });
    expect(decision?.refusal?.deciding).toMatchObject({
      named: 'bureau',
      clause: { id: 'C5', threshold: 104_500 },
      standards: [{ key: LIVING, from: '2025-09-01' }],
    });
    expect(decision?.refusal?.figures).toContainEqual(
      expect.objectContaining({
        fact: OTHER_INCOME,
        value: 400_000,
        said: 90_000,
        origin: 'verified',
        from: '社会保险',
      }),
    );
    const kinds = decision?.waysOn?.map(({ kind }) => kind) ?? [];
    expect(kinds[0]).toBe('correct');
    expect(kinds).toEqual(expect.arrayContaining(['apply', 'again', 'ask', 'appeal']));
  });

  it('leads over a corrected figure back into hand, and may be approved then', async () => {
    const { anna, id, caseNo } = await refused();
    const disputed = viewOf(await anna.post(`/${id}/disputes`, wrong));
    await house.delivered();
    expect(told(caseNo)).toEqual([
      expect.objectContaining({
        message: expect.objectContaining({
          type: 'DISPUTE',
          data: expect.objectContaining({
            disputeNo: disputeNoIn(disputed),
            value: 100_000,
            found: { value: 400_000, from: '社会保险' },
          }),
        }),
      }),
    ]);
    expect(await tellCommon(answer(caseNo, disputeNoIn(disputed), corrected))).toBe('applied');
    const looked = await anna.view(id);
    expect(looked.disputes).toEqual([
      expect.objectContaining({ state: 'corrected', found: { value: 400_000, from: '社会保险' } }),
    ]);
    expect(looked.evaluations.map(({ basis, facts }) => [basis, facts.length, facts[0]?.corrected])).toEqual([
      ['declared', 0, undefined],
      ['verified', 1, undefined],
      ['verified', 1, true],
    ]);
    expect(decisionIn(looked)?.refusal?.figures).toContainEqual(
      expect.objectContaining({ fact: OTHER_INCOME, value: 100_000, origin: 'corrected', said: 90_000 }),
    );
    expect(decisionIn(looked)?.refusal?.deciding).toMatchObject({ puzzling: true });
    expect(await tellCommon(reopening(caseNo))).toBe('applied');
    const again = await anna.view(id);
    expect([again.state, again.cases[0]?.state, again.cases[0]?.items[0]]).toEqual([
      'open',
      'accepted',
      { programme: LIVING, state: 'in-hand' },
    ]);
    expect(await house.tell('social-assistance', approval(caseNo))).toBe('applied');
    const end = await anna.view(id);
    expect([end.state, decisionIn(end)?.outcome, decisionIn(end)?.waysOn]).toEqual(['closed', 'approved', undefined]);
    const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
    const titles = steps.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['您说一个数不对', '那个数改过来了', '低保：重新在看', '低保：批下来了']),
    );
    expect(steps.flatMap(({ title, line = '' }) => plainWordProblems(`${title}${line}`.replace(/JM\S+/, '')))).toEqual(
      [],
    );
  });
});

describe('a figure that is said to be wrong', () => {
  it('may be disputed before the decision too, stays with a reason, and may be disputed again', async () => {
    const { anna, id, caseNo } = await lookedInto();
    const first = viewOf(await anna.post(`/${id}/disputes`, { fact: OTHER_INCOME, says: 'not-mine' }));
    const stays = { outcome: 'stays', why: '登记在您名下' };
    await tellCommon(answer(caseNo, disputeNoIn(first), stays));
    const answered = await anna.view(id);
    expect(answered.disputes).toEqual([
      expect.objectContaining({ state: 'stays', answer: expect.objectContaining({ why: '登记在您名下' }) }),
    ]);
    expect(answered.evaluations.length).toBe(2);
    expect(viewOf(await anna.post(`/${id}/disputes`, wrong)).disputes?.map(({ state }) => state)).toEqual([
      'stays',
      'open',
    ]);
  });

  it('is asked about once while it is looked at, whatever is pressed how often', async () => {
    const { anna, id, caseNo } = await refused();
    const key = 'a-key-of-the-phone-0001';
    const replies = [await anna.post(`/${id}/disputes`, wrong, key), await anna.post(`/${id}/disputes`, wrong, key)];
    replies.push(await anna.post(`/${id}/disputes`, { ...wrong, says: 'out-of-date' }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    await house.delivered();
    expect(told(caseNo).length).toBe(1);
  });

  it('must be one that was found, with a value it can take, of something that was not taken back', async () => {
    const { anna, id, caseNo } = await lookedInto();
    const code = async (said: object) => (await anna.post(`/${id}/disputes`, said)).body.code;
    expect(await code({ ...wrong, fact: 'household.memberCount' })).toBe('dispute.not-found-out');
    expect(await code({ ...wrong, value: -1 })).toBe('request.invalid');
    expect(await code({ ...wrong, says: 'wrong' })).toBe('request.invalid');
    await anna.post(`/${id}/withdrawal`);
    expect(await code(wrong)).toBe('dispute.nobody-to-ask');
    expect(await tellCommon(answer(caseNo, 'nobody-said-so', corrected))).toBe('not-applicable');
    expect(await tellCommon(reopening(caseNo))).toBe('not-applicable');
  });

  it('is answered once, and an answer that cannot be read changes nothing', async () => {
    const { anna, id, caseNo } = await refused();
    const disputeNo = disputeNoIn(viewOf(await anna.post(`/${id}/disputes`, wrong)));
    const other = answer(caseNo, disputeNo, { ...corrected, fact: 'household.ownsCar', value: true });
    await expect(tellCommon(other)).rejects.toThrow();
    expect(await tellCommon(answer(caseNo, disputeNo, corrected))).toBe('applied');
    const twice = answer(caseNo, disputeNo, { outcome: 'stays', why: '不变' });
    expect(await tellCommon(twice)).toBe('not-applicable');
    expect((await anna.view(id)).disputes?.map(({ state }) => state)).toEqual(['corrected']);
  });

  it('lets a new decision wait for the word that reopens, and a refusal said twice be nothing', async () => {
    const { anna, id, caseNo } = await refused();
    expect(await house.tell('social-assistance', approval(caseNo))).toBe('not-applicable');
    await anna.post(`/${id}/disputes`, wrong);
    expect(await house.tell('social-assistance', approval(caseNo))).toBe('too-early');
    expect(await house.tell('social-assistance', refusal(caseNo))).toBe('not-applicable');
    const reopened = reopening(caseNo);
    expect(await tellCommon(reopened)).toBe('applied');
    expect(await tellCommon(reopened)).toBe('not-applicable');
    expect(await house.tell('social-assistance', approval(caseNo))).toBe('applied');
  });
});

describe('the door to somebody else', () => {
  it('has whom, until when, the link that was given, and a statement with number, clause and figures', async () => {
    const { anna, id } = await refused();
    const { body } = await anna.call('GET', `/${id}/appeal?programme=${LIVING}`);
    const appeal = body as unknown as AppealView;
    expect(appeal).toMatchObject({
      reconsideration: { to: '西青区人民政府', until: '2027-01-24', over: false, online: 'http://fy.example' },
      lawsuit: { until: '2027-05-25', daysAfterReconsideration: 15 },
      handedIn: [],
    });
    const { receiptNumber } = await anna.view(id);
    for (const part of [
      String(receiptNumber),
      '人均收入高于标准',
      '4000\u00a0元',
      '社会保险',
      '西青区西营门街道办事处',
    ])
      expect(appeal.statement).toContain(part);
    expect(appeal.statement).not.toContain('测试甲');
  });

  it('is none for what was not refused', async () => {
    const { anna, id } = await lookedInto();
    expect((await anna.call('GET', `/${id}/appeal?programme=${LIVING}`)).body.code).toBe('appeal.not-refused');
  });

  it('keeps the day the resident says to have handed it in, the last one said, and shows it', async () => {
    const { anna, id } = await refused();
    const handedIn = { programme: LIVING, kind: 'reconsideration', on: ON };
    // neither a day that has not come, nor one before there was anything to appeal against
    for (const on of ['2026-11-26', '2026-11-24'])
      expect((await anna.post(`/${id}/appeals`, { ...handedIn, on })).body.code).toBe('request.invalid');
    await anna.post(`/${id}/appeals`, handedIn);
    expect(viewOf(await anna.post(`/${id}/appeals`, handedIn)).appeals).toEqual([expect.objectContaining(handedIn)]);
    const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
    expect(steps.map(({ title }) => title)).toContain('低保：您申请了行政复议');
  });

  it('draws the statement as it is now as a paper, and keeps it nowhere', async () => {
    const { anna, id } = await refused();
    const headers = { authorization: `Bearer ${anna.accountId}`, 'content-type': 'application/json' };
    const statement = '行政复议申请书\n\n我的看法：这笔钱是去年的。';
    const path = `/api/v1/relief/applications/${id}/appeal-paper`;
    const reply = await house.server.post(path, JSON.stringify({ statement }), headers);
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await reply.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

describe('an application that begins with a refused one', () => {
  const MARGIN = 'low-income-margin';

  it('has what was told and, marked with whose it is, what was found, until the resident changes it', async () => {
    const { anna, id } = await refused();
    const begun = viewOf(await anna.post('', { programmes: [MARGIN], after: id }));
    const field = `fact:${OTHER_INCOME}`;
    expect(begun.fields).toMatchObject({
      [field]: 400_000,
      'fact:household.memberCount': 1,
      'applicant.street': '120111001',
    });
    expect(begun.found).toEqual({ [field]: '社会保险' });
    const { version } = begun;
    const changed = viewOf(await anna.call('PATCH', `/${begun.id}`, { version, fields: { [field]: 100_000 } }));
    expect([changed.fields[field], changed.found]).toEqual([100_000, undefined]);
  });

  it('is of one’s own only', async () => {
    const { id } = await refused();
    expect((await house.resident().post('', { programmes: [MARGIN], after: id })).status).toBe(404);
  });
});
