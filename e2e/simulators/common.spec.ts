import { until } from '../support/until';
import { aWorld, type RunningWorld } from './_fixtures/a-world';
import { example, shapeOf } from './_fixtures/examples';
import type { SignedBureau } from './_kit/settings';

/** How each bureau with cases is given one. */
const FILINGS = {
  'social-assistance': { path: '/shjz/v2/aj', request: 'file-case.request', caseNo: 'wbywh' },
  'disability-benefits': { path: '/dbt/v1/applications', request: 'submit.request', caseNo: 'bizNo' },
  'child-welfare': { path: '/etfl/api/cases', request: 'file-case.request', caseNo: 'case_no' },
  eldercare: { path: '/jbyl/openapi/shenqing', request: 'shenqing.request', caseNo: 'yewuHao' },
} as const;

type CaseBureau = keyof typeof FILINGS & SignedBureau;

const bureaus = Object.keys(FILINGS) as CaseBureau[];
const CASE = '7f0c6f5e-3a54-4c51-9a86-0f5d3c0a1b11';

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/__sim/reset', {});
  world.bff.arrived.length = 0;
});

async function file(bureau: CaseBureau): Promise<void> {
  const { path, request, caseNo } = FILINGS[bureau];
  const reply = await world.call(bureau, path, { ...example(bureau, request), [caseNo]: CASE });
  expect(reply.status).toBe(200);
}

const message = (name: string) => example('common-messages', name);

async function tell(bureau: CaseBureau, body: unknown, eventId?: string): Promise<{ status: number; body: unknown }> {
  const path = `/common/v1/cases/${CASE}/messages`;
  const reply = await world.call(bureau, path, body, { ...(eventId === undefined ? {} : { eventId }) });
  return { status: reply.status, body: await reply.json() };
}

async function page(bureau: CaseBureau): Promise<string> {
  return (await fetch(`${world.origin}/desk/${bureau}/cases/${CASE}`)).text();
}

async function act(bureau: CaseBureau, name: string, form: Record<string, string>): Promise<string> {
  const url = `${world.origin}/desk/${bureau}/cases/${CASE}/${name}`;
  return (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).text();
}

it('plan, pay, change, stop and look again as the document has it, at the desk', async () => {
  const bureau = 'social-assistance';
  await file(bureau);
  await act(bureau, 'accept', {});
  await act(bureau, 'decide', {
    programme: 'SH01',
    outcome: 'approved',
    yuan: '1045.00',
    per: 'household-month',
    confirmed: 'yes',
  });
  const item = 'SH01';
  const law = { why: '家里收入多了', ground: '第三十二条' };
  await act(bureau, 'set-plan', { item, yuan: '1045', from: '2027-01', per: 'month' });
  await act(bureau, 'pay-month', { item, yuan: '1045', month: '2027-01' });
  expect(await act(bureau, 'pay-month', { item, yuan: '1045', month: '2027-01' })).toContain('这个月发过了');
  await act(bureau, 'change-pay', { item, yuan: '900.5', from: '2027-02', ...law });
  await act(bureau, 'set-recheck', { item, on: '2027-11-25', every: 'year' });
  await act(bureau, 'stop-pay', { item, from: '2027-09', ...law });
  await act(bureau, 'set-plan', {
    item,
    yuan: '500',
    from: '2027-03',
    until: '2027-08',
    per: 'month',
    tapering: 'yes',
  });
  const common = () =>
    world.bff.arrived.map(({ message: each }) => each).filter(({ type }) => String(type).startsWith('TY_'));
  await until('six words of money', () => common().length === 6);
  const documented = ['plan', 'paid', 'pay-changed', 'recheck', 'pay-stopped', 'plan-tapering'];
  expect(common().map((each) => shapeOf(each))).toEqual(documented.map((name) => shapeOf(message(`callback-${name}`))));
  expect(common().map(({ data }) => (data as { amount?: string }).amount)).toEqual([
    '1045.00',
    '1045.00',
    '900.50',
    undefined,
    undefined,
    '500.00',
  ]);
});

describe('at the bureau that looks into income and property, common messages', () => {
  const LOOKS = 'social-assistance';

  it('of a signature on the applicant’s phone wait until a clerk says, once, what the signer answered', async () => {
    await file(LOOKS);
    await tell(LOOKS, message('authorisation-unasked'));
    expect(await page(LOOKS)).toContain('还没问过本人，问过才查');
    const { idNumber } = message('authorisation-unasked').data as { idNumber: string };
    await act(LOOKS, 'ask-signer', { idNumber, how: 'in-person', said: 'yes' });
    const told = world.bff.arrived.map(({ message: each }) => each);
    expect(shapeOf(told[0])).toEqual(shapeOf(message('callback-signer-asked')));
    expect(await page(LOOKS)).toContain('签了，问过本人');
    expect(await act(LOOKS, 'ask-signer', { idNumber, how: 'in-person', said: 'no' })).toContain('现在不能这样办');
    expect(told).toHaveLength(1);
  });
});

describe.each(bureaus)('common messages at %s', (bureau) => {
  it.each(['agent', 'agent-revoked', 'dispute', 'dispute-not-mine', 'elsewhere', 'payee-street', 'change'])(
    '%s is taken once, however often it comes',
    async (name) => {
      await file(bureau);
      const taken = { status: 200, body: message('answer-200') };
      expect(await tell(bureau, message(name), 'the-same-key')).toEqual(taken);
      expect(await tell(bureau, message(name), 'the-same-key')).toEqual(taken);
      const { effects } = await world.read<{ effects: { kind: string; facts: unknown }[] }>(
        `/__sim/journal?bureau=${bureau}`,
      );
      expect(effects.filter(({ kind }) => kind === 'message-taken')).toEqual([
        expect.objectContaining({ eventId: 'the-same-key', facts: { caseNo: CASE, type: message(name).type } }),
      ]);
    },
  );

  it('about a case it does not have, of an unknown type or with a wrong field are refused in the words of the document', async () => {
    expect(await tell(bureau, message('agent'))).toEqual({ status: 404, body: message('answer-404') });
    await file(bureau);
    const agent = message('agent');
    for (const spoiled of [
      { ...agent, type: 'NOTHING' },
      { ...agent, data: { ...(agent.data as object), role: 'friend' } },
      { ...agent, data: { ...(agent.data as object), until: '2027-02-30' } },
    ]) {
      expect(await tell(bureau, spoiled)).toEqual({
        status: 400,
        body: { result: 'unreadable', words: expect.any(String) },
      });
    }
  });

  it('are shown at the desk, and a helper who was revoked stands there as such', async () => {
    await file(bureau);
    await tell(bureau, message('agent'));
    expect(await page(bureau)).toContain('在替办，到 2027-02-25');
    await tell(bureau, message('agent-revoked'));
    const shown = await page(bureau);
    expect(shown).toContain('本人收回了，不能再替办');
    expect(shown).not.toContain('在替办');
  });

  it('of a signature are shown with each grown-up, and a clerk takes one at the desk or goes on without', async () => {
    await file(bureau);
    await tell(bureau, message('authorisation'));
    expect(await page(bureau)).toContain('联系不上');
    const { idNumber } = message('authorisation').data as { idNumber: string };
    expect(await act(bureau, 'go-on-without', { idNumber, reason: ' ' })).toContain('请写清楚为什么');
    await act(bureau, 'go-on-without', { idNumber, reason: '社区证实联系不上' });
    await act(bureau, 'sign-at-desk', { idNumber });
    const told = world.bff.arrived.map(({ message: each }) => each);
    for (const [index, name] of ['callback-go-on-without', 'callback-signed-at-desk'].entries()) {
      expect(shapeOf(told[index])).toEqual(shapeOf(message(name)));
    }
    expect(await act(bureau, 'sign-at-desk', { idNumber })).toContain('现在不能这样办');
    expect(told).toHaveLength(2);
  });

  it('of a figure that is wrong are shown, and a clerk puts it right or says why not, once', async () => {
    await file(bureau);
    await tell(bureau, message('dispute'));
    await tell(bureau, {
      ...message('dispute-not-mine'),
      data: { ...(message('dispute-not-mine').data as object), disputeNo: 'another' },
    });
    expect(await page(bureau)).toContain('这笔是去年的退休金，今年没有了');
    const { disputeNo } = message('dispute').data as { disputeNo: string };
    expect(await act(bureau, 'answer-dispute', { disputeNo, outcome: 'corrected', value: '', from: '' })).toContain(
      '改成多少',
    );
    await act(bureau, 'answer-dispute', {
      disputeNo,
      outcome: 'corrected',
      value: '1200.00',
      from: '社会保险（更正）',
    });
    await act(bureau, 'answer-dispute', { disputeNo: 'another', outcome: 'stays', why: '登记的车在本人名下' });
    const told = world.bff.arrived.map(({ message: each }) => each);
    for (const [index, name] of ['callback-dispute-corrected', 'callback-dispute-stays'].entries())
      expect(shapeOf(told[index])).toEqual(shapeOf(message(name)));
    expect(await act(bureau, 'answer-dispute', { disputeNo, outcome: 'stays', why: '不改' })).toContain(
      '现在不能这样办',
    );
  });

  it('take what was refused back into hand, and nothing that was not', async () => {
    await file(bureau);
    await act(bureau, 'accept', {});
    const item = /name="programme" value="([^"]+)"/.exec(await page(bureau))?.[1] ?? '';
    expect(await act(bureau, 'reopen', { item, why: '' })).toContain('现在不能这样办');
    await act(bureau, 'decide', { programme: item, outcome: 'refused', clause: '别的', confirmed: 'yes' });
    await act(bureau, 'reopen', { item, why: '收入按更正的数重新看' });
    const told = world.bff.arrived.map(({ message: each }) => each).at(-1);
    expect(told).toMatchObject({ type: 'TY_REOPENED', data: { caseNo: CASE, item } });
    expect(shapeOf(told)).toEqual(shapeOf(message('callback-reopened')));
    expect(await page(bureau)).toContain('不批准');
  });

  it('look an account up at once, and the bank says of the name on it only whether it is right', async () => {
    await file(bureau);
    await tell(bureau, message('payee'));
    await until('the bank to answer', () => world.bff.arrived.length === 1);
    const [told] = world.bff.arrived.map(({ message: each }) => each);
    const documented = message('callback-payee-checked');
    expect(told).toMatchObject({ type: 'TY_PAYEE_CHECKED', data: { caseNo: CASE, result: expect.any(String) } });
    expect(shapeOf(told)).toEqual(shapeOf(documented));
    expect(await act(bureau, 'payee-result', { result: 'frozen' })).toContain('账户冻结了');
  });

  it('pay nothing that was not approved', async () => {
    await file(bureau);
    for (const name of ['set-plan', 'pay-month', 'stop-pay', 'set-recheck']) {
      expect(await act(bureau, name, { item: 'SH01', yuan: '1', month: '2026-11', from: '2026-11' })).toContain(
        '批下来的才能发钱',
      );
    }
    expect(world.bff.arrived).toEqual([]);
  });

  it('push a case on to the place of the register, once', async () => {
    await file(bureau);
    await tell(bureau, message('elsewhere'));
    await act(bureau, 'push-on', { to: '户籍地街道办事处' });
    const [told] = world.bff.arrived.map(({ message: each }) => each);
    const documented = message('callback-pushed-on');
    expect(told).toMatchObject({ type: documented.type, data: { caseNo: CASE } });
    expect(shapeOf(told)).toEqual(shapeOf(documented));
    expect(await act(bureau, 'push-on', { to: '另一处' })).toContain('现在不能这样办');
    expect(world.bff.arrived).toHaveLength(1);
  });
});
