import type { MoneySaid } from '@jinmen/shared/applications/payments';
import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import { type ReliefHouse, startReliefHouse, type TestResident, viewOf } from '../../../../test/relief-house';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { FeedbackRepository } from './feedback.repository';
import { Feedback } from './feedback.service';

const LIVING = 'minimum-living-allowance';
const MEAL = 'rigid-expenditure-hardship';
const BUREAU = 'social-assistance';
const ON = '2026-11-25';
/** A number of no bank: 62 and a check digit, so that nothing of it is anybody’s. */
const NUMBER = '6200000000000000018';
const account = { way: 'account', owner: { kind: 'applicant' }, card: 'bank-card', number: NUMBER } as const;

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
beforeEach(() => {
  house.refused.clear();
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'done', body: {} };
});

const put = (anna: TestResident, id: string, body: unknown) => anna.call('PUT', `/${id}/payee`, body);
const caseOf = async (anna: TestResident, id: string) => {
  const [found] = (await anna.view(id)).cases;
  if (!found) throw new Error('no case');
  return found;
};
const approve = (caseNo: string) =>
  house.tell(BUREAU, {
    kind: 'decided',
    caseNo,
    programme: LIVING,
    outcome: 'approved',
    on: ON,
    amount: { fen: 104_500, per: 'household-month' },
  });
const told = (type: string) =>
  house.bureaus[BUREAU].heard.filter(({ what, said }) => what === 'told' && JSON.stringify(said).includes(`"${type}"`));

/** Anna with something approved, and what the bureau then says of its money. */
async function approved(payee: object = account) {
  const anna = house.resident();
  const { id } = await anna.filledDraft([LIVING]);
  await put(anna, id, payee);
  viewOf(await anna.post(`/${id}/submission`));
  const { id: caseNo } = await caseOf(anna, id);
  await house.delivered();
  await approve(caseNo);
  const say = (said: MoneySaid, event?: string) => {
    const kinds = {
      planned: 'payment-planned',
      paid: 'paid',
      changed: 'payment-changed',
      stopped: 'payment-stopped',
      recheck: 'recheck-set',
    } as const;
    const { kind, ...rest } = said;
    // the kind is put together here, so the checker cannot see which of the bureau's words it is
    return house.tellCommon(BUREAU, { caseNo, programme: LIVING, ...rest, kind: kinds[kind] } as never, event);
  };
  return { anna, id, caseNo, say };
}

const plan = { kind: 'planned', fen: 104_500, per: 'month', from: '2026-11-01' } as const;
const paid = (paymentNo = 'P1') => ({ kind: 'paid', paymentNo, month: '2026-11-01', fen: 104_500, on: ON }) as const;
const stop = { kind: 'stopped', from: '2026-12-01', why: '家里收入高了', ground: '第三十二条' } as const;
const paymentsOf = async (anna: TestResident, id: string) => (await caseOf(anna, id)).items[0]?.payments;
const timeline = async (anna: TestResident, id: string) =>
  (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
const notices = async ({ accountId }: TestResident) => {
  const reply = await house.server.get('/api/v1/notices', { authorization: `Bearer ${accountId}` });
  return ((await reply.json()) as { items: { title: string; line: string }[] }).items;
};

describe('where the money goes', () => {
  it('is shown by the end of its number, however often it is said, and goes to the bureau whole with the case', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    for (const body of [account, { ...account, number: '62000000 00000000018' }]) {
      const reply = await put(anna, id, body);
      expect(reply.body).toMatchObject({
        change: 'free',
        payee: { way: 'account', ownerName: '测*甲', end: '0018', check: 'none' },
      });
      expect(JSON.stringify(reply.body)).not.toContain(NUMBER);
    }
    const submitted = await anna.post(`/${id}/submission`);
    expect(JSON.stringify([submitted.body, await anna.view(id)])).not.toContain(NUMBER);
    await house.delivered();
    const { id: caseNo } = await caseOf(anna, id);
    const data = expect.objectContaining({ owner: 'applicant', name: '测试甲', number: NUMBER });
    expect(told('PAYEE').map(({ said }) => said)).toEqual([
      expect.objectContaining({ caseNo, message: { type: 'PAYEE', data } }),
    ]);
    expect((await anna.view(id)).payee?.payee?.check).toBe('asked');
  });

  it('is nobody else’s to read or to change, and is asked for nothing that is not money', async () => {
    const [anna, berta] = [house.resident(), house.resident()];
    const { id } = await anna.filledDraft([MEAL]);
    expect((await anna.view(id)).payee).toBeUndefined();
    expect((await anna.call('GET', `/${id}/payee`)).body).toEqual({ for: [], change: 'free' });
    expect((await berta.call('GET', `/${id}/payee`)).status).toBe(404);
    expect((await put(berta, id, account)).status).toBe(404);
  });

  it('may be that there is no card: the street hears it, and nothing is missing', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    expect((await put(anna, id, { way: 'street', trouble: 'no-card' })).status).toBe(200);
    viewOf(await anna.post(`/${id}/submission`));
    await house.delivered();
    expect((await anna.view(id)).payee?.payee).toMatchObject({ way: 'street', trouble: 'no-card', check: 'none' });
    expect(JSON.stringify(told('PAYEE').at(-1)?.said)).toContain('no-card');
  });

  it('that looks like a slip is asked about once and then kept as it was said', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    const slip = { ...account, number: '6200000000000000011' };
    expect(await put(anna, id, slip)).toMatchObject({
      status: 422,
      body: { code: 'payee.doubtful', errors: [{ field: 'number', code: 'payee.check-digit' }] },
    });
    expect(await put(anna, id, { ...slip, sure: true })).toMatchObject({
      status: 200,
      body: { payee: { end: '0011' } },
    });
    expect((await put(anna, id, { ...account, number: '12' })).status).toBe(400);
    expect((await put(anna, id, { ...account, owner: 'me' })).status).toBe(400);
  });

  it('does not let anybody try out whose account a number is', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    const statuses: number[] = [];
    for (let last = 0; last < 9; last++) {
      statuses.push((await put(anna, id, { ...account, number: `01234567890123${last}` })).status);
    }
    expect(statuses).toEqual([...Array<number>(8).fill(200), 429]);
  });

  it('is checked by the bureau: only what it found of the account that counts now, and the newest of it', async () => {
    const { anna, id, caseNo } = await approved();
    const old = (await anna.view(id)).payee?.payee?.id ?? '';
    const check = (payeeNo: string, result: string) =>
      // `result` is any text here, which the checker cannot tell from the bureau's own few words
      house.tellCommon(BUREAU, { kind: 'payee-checked', caseNo, payeeNo, result } as never);
    const before = (await notices(anna)).length;
    expect(await check(old, 'mismatch')).toBe('applied');
    expect((await anna.view(id)).payee?.payee?.check).toBe('mismatch');
    expect((await notices(anna)).length).toBe(before + 1);
    expect(await check(old, 'unknown')).toBe('not-applicable');
    const { body } = await put(anna, id, { ...account, card: 'social-security-card' });
    expect(await check(old, 'match')).toBe('not-applicable');
    const now = (body as unknown as { payee: { id: string } }).payee.id;
    expect(await check(now, 'match')).toBe('applied');
    expect((await anna.view(id)).payee?.payee?.check).toBe('match');
  });

  it('is changed only with a word why once something was paid to it', async () => {
    const { anna, id, say } = await approved();
    await say(paid());
    const other = { ...account, card: 'social-security-card' };
    expect(await put(anna, id, other)).toMatchObject({ status: 409, body: { code: 'payee.in-use' } });
    expect((await put(anna, id, account)).status).toBe(200);
    const change = { kind: 'account', text: '卡丢了', payee: { ...other, sure: true } };
    const view = viewOf(await anna.post(`/${id}/changes`, change));
    expect(view).toMatchObject({
      payee: { change: 'reported', payee: { card: 'social-security-card', check: 'asked' } },
    });
    await house.delivered();
    expect(told('CHANGE').at(-1)?.said).toMatchObject({ message: { data: { kind: 'account', text: '卡丢了' } } });
  });
});

describe('what is paid', () => {
  it('is shown month by month, with its plan, and the case is paying', async () => {
    const { anna, id, say } = await approved();
    expect(await say(plan)).toBe('applied');
    expect(await say(paid())).toBe('applied');
    expect(await caseOf(anna, id)).toMatchObject({
      state: 'paying',
      items: [{ payments: { state: 'paying', sumFen: 104_500, plan: { fen: 104_500 } } }],
    });
    expect((await timeline(anna, id)).steps.find(({ title }) => title === '低保：在发钱')).toMatchObject({
      state: 'now',
      line: '最近一笔是 2026\u00a0年\u00a011\u00a0月的，1045\u00a0元，2026\u00a0年\u00a011\u00a0月\u00a025\u00a0日发的。',
    });
    const list = (await anna.call('GET', '')).body as unknown as { items: { now: string }[] };
    expect(list.items[0]?.now).toBe('批下来了，在发钱');
    for (const { title, line } of await notices(anna)) expect(`${title}${line}`).not.toMatch(/\d|元|钱/);
  });

  it('twice, in another order or after the stop stands there once, and what contradicts is left to a person', async () => {
    const { anna, id, caseNo, say } = await approved();
    await say(paid(), 'event-1');
    expect(await say(paid(), 'event-1')).toBe('not-applicable');
    await say(paid(), 'event-2');
    await say(paid('P2'), 'event-3');
    expect(await paymentsOf(anna, id)).toMatchObject({ sumFen: 104_500, paid: [{ month: '2026-11-01' }] });
    await say(plan, 'event-0');
    await say(stop, 'event-4');
    await say({ ...paid('P3'), month: '2027-01-01' }, 'event-5');
    expect(await paymentsOf(anna, id)).toMatchObject({ sumFen: 104_500, plan: { fen: 104_500 } });
    expect((await paymentsOf(anna, id))?.stopped).toMatchObject({ from: '2026-12-01', why: '家里收入高了' });
    const notes = await house.sql<{ count: number }>(
      "SELECT COUNT(*) AS count FROM relief_case_event WHERE case_id = ? AND kind = 'payment-doubtful'",
      [caseNo],
    );
    expect(Number(notes[0]?.count)).toBe(2);
  });

  it('waits while it is not known that it was approved, and is nothing where it was not', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await caseOf(anna, id);
    const { kind: _, ...rest } = plan;
    const event = { kind: 'payment-planned', caseNo, programme: LIVING, ...rest } as const;
    expect(await house.tellCommon(BUREAU, event)).toBe('too-early');
    await house.tell(BUREAU, {
      kind: 'decided',
      caseNo,
      programme: LIVING,
      outcome: 'refused',
      on: ON,
      clause: { text: '人均收入高于标准' },
    });
    expect(await house.tellCommon(BUREAU, event)).toBe('not-applicable');
    expect(await paymentsOf(anna, id)).toBeUndefined();
  });

  it('stops with its reason and its ground, and names the next look again while it runs', async () => {
    const { anna, id, say } = await approved();
    await say(paid());
    await say({ kind: 'recheck', on: '2027-05-25', every: 'half-year' });
    const { steps } = await timeline(anna, id);
    expect(steps.at(-1)).toMatchObject({
      state: 'ahead',
      due: { on: '2027-05-25', source: { article: '第三十一条' } },
    });
    await say({ ...stop, from: '2026-11-01' });
    const stopped = (await timeline(anna, id)).steps.find(({ title }) => title.includes('不发了'));
    expect(stopped).toMatchObject({ state: 'stopped', line: '原因：家里收入高了' });
    expect((await caseOf(anna, id)).state).toBe('closed');
  });
});

describe('a change of circumstances', () => {
  it('is kept, shown and told once, under one key', async () => {
    const { anna, id } = await approved();
    const change = { kind: 'income', text: '找到一份保洁，每月一千二', on: '2026-11-20' };
    const replies = await Promise.all([1, 2].map(() => anna.post(`/${id}/changes`, change, 'change-key-1')));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect((await anna.view(id)).changes).toEqual([expect.objectContaining(change)]);
    await house.delivered();
    expect(told('CHANGE').filter(({ said }) => JSON.stringify(said).includes('每月一千二'))).toHaveLength(1);
    expect((await timeline(anna, id)).steps.map(({ title }) => title)).toContain('您说了：收入有变化');
    expect((await anna.post(`/${id}/changes`, { kind: 'income' })).status).toBe(400);
    expect((await anna.post(`/${id}/changes`, { ...change, on: '2027-01-01' })).status).toBe(400);
  });

  it('is told ten times a day at most: then tomorrow, or at the street', async () => {
    const { anna, id } = await approved();
    const tell = (times: number) => anna.post(`/${id}/changes`, { kind: 'address', text: `搬了第 ${times} 次` });
    for (let times = 1; times <= 10; times += 1) expect((await tell(times)).status).toBe(200);
    expect(await tell(11)).toMatchObject({ status: 429, body: { code: 'change.too-many' } });
    expect((await anna.view(id)).changes).toHaveLength(10);
  });

  it('of a draft, or of what was taken back, has nobody to go to', async () => {
    const anna = house.resident();
    const change = { kind: 'address', text: '搬到河西区了' };
    const { id } = await anna.filledDraft([LIVING]);
    expect(await anna.post(`/${id}/changes`, change)).toMatchObject({ status: 409 });
    viewOf(await anna.post(`/${id}/submission`));
    viewOf(await anna.post(`/${id}/withdrawal`));
    expect(await anna.post(`/${id}/changes`, change)).toMatchObject({
      status: 409,
      body: { code: 'application.over' },
    });
  });
});

describe('how it went', () => {
  const rating = async (anna: TestResident, id: string): Promise<ApplicationView['rating']> =>
    (await anna.view(id)).rating;

  it('is asked once it is over, and answered or left out once', async () => {
    const { anna, id } = await approved();
    expect(await rating(anna, id)).toEqual({ state: 'offered' });
    expect(viewOf(await anna.post(`/${id}/rating`, { score: 5, text: '很快' })).rating).toMatchObject({ score: 5 });
    expect((await anna.post(`/${id}/rating`, { score: 1 })).status).toBe(409);
    const other = await approved();
    expect(viewOf(await other.anna.post(`/${other.id}/rating`, { skipped: true })).rating?.state).toBe('skipped');
    expect((await other.anna.post(`/${other.id}/rating`, { score: 6 })).status).toBe(400);
  });

  it('is not asked before it is over, and never after a death was told', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    expect(await rating(anna, id)).toBeUndefined();
    expect((await anna.post(`/${id}/rating`, { score: 5 })).status).toBe(409);
    const bereaved = await approved();
    viewOf(await bereaved.anna.post(`/${bereaved.id}/changes`, { kind: 'death' }));
    expect(await rating(bereaved.anna, bereaved.id)).toBeUndefined();
    expect((await bereaved.anna.post(`/${bereaved.id}/rating`, { score: 5 })).status).toBe(409);
  });

  it('is asked once more some weeks later, by one message, but of nobody who mourns', async () => {
    const [anna, berta] = [await approved(), await approved()];
    viewOf(await berta.anna.post(`/${berta.id}/changes`, { kind: 'death' }));
    const clock = house.server.app.get(Clock);
    const later = new Date('2026-12-30T02:00:00Z');
    const spy = jest.spyOn(clock, 'now').mockReturnValue(later);
    try {
      await house.server.app.get(Jobs).wake('relief.follow-up');
      await house.server.app.get(Jobs).wake('relief.follow-up');
    } finally {
      spy.mockRestore();
    }
    expect((await anna.anna.view(anna.id)).followUp).toMatchObject({ state: 'asked' });
    expect((await berta.anna.view(berta.id)).followUp).toBeUndefined();
    expect((await notices(anna.anna)).filter(({ title }) => title === '您最近还好吗')).toHaveLength(1);
    const answer = { answer: 'better', text: '找到活了' };
    expect(viewOf(await anna.anna.post(`/${anna.id}/follow-up`, answer)).followUp).toMatchObject({ answer: 'better' });
    expect((await anna.anna.post(`/${anna.id}/follow-up`, answer)).status).toBe(409);
  });

  it('is asked once more of everybody else when one cannot be asked', async () => {
    const asked = [await approved(), await approved()];
    const clock = jest.spyOn(house.server.app.get(Clock), 'now').mockReturnValue(new Date('2026-12-30T02:00:00Z'));
    const due = await house.server.app.get(FeedbackRepository, { strict: false }).dueForFollowUp(30);
    const broken = due.find((id) => asked.some((each) => each.id === id)) ?? '';
    const feedback = house.server.app.get(Feedback, { strict: false });
    const askLater = feedback.askLater.bind(feedback);
    const failing = jest.spyOn(feedback, 'askLater').mockImplementation(async (id) => {
      if (id === broken) throw new Error('this one is broken');
      return askLater(id);
    });
    await house.server.app.get(Jobs).wake('relief.follow-up');
    failing.mockRestore();
    clock.mockRestore();
    const states = asked.map(async ({ anna, id }) => [id === broken, (await anna.view(id)).followUp?.state]);
    expect(new Map((await Promise.all(states)) as [boolean, string | undefined][])).toEqual(
      new Map<boolean, string | undefined>([
        [true, undefined],
        [false, 'asked'],
      ]),
    );
  });
});

it('leaves no account number in the record of acts', async () => {
  const rows = await house.server.app.get(Transactions).manager.find(AuditRow);
  expect(rows.filter(({ action }) => action === 'payee.changed').length).toBeGreaterThan(3);
  expect(JSON.stringify(rows)).not.toContain(NUMBER);
});

describe('whoever took back a yes their application was handed in with', () => {
  it('is asked for it before anything more goes to the offices, and has it still to look at and to take back', async () => {
    const { anna, id } = await approved();
    const before = told('CHANGE').length + told('PAYEE').length;
    for (const purpose of ['relief-application', 'sensitive-circumstances']) {
      house.refused.add(purpose);
      const replies = [
        await put(anna, id, account),
        await anna.post(`/${id}/changes`, { kind: 'income', text: '收入少了' }),
        await anna.post(`/${id}/supplements`),
      ];
      const named = { status: 403, body: { code: 'consent.required', purpose } };
      for (const reply of replies) expect(reply).toMatchObject(named);
      house.refused.clear();
    }
    await house.delivered();
    expect(told('CHANGE').length + told('PAYEE').length).toBe(before);
    house.refused.add('relief-application');
    expect((await anna.view(id)).id).toBe(id);
    expect((await anna.call('GET', `/${id}/payee`)).status).toBe(200);
  });

  it('chooses an account for a draft as before: nothing of it leaves the house', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    house.refused.add('relief-application');
    expect((await put(anna, id, account)).status).toBe(200);
  });
});
