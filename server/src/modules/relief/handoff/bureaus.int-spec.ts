import type { TimelineView } from '@jinmen/shared/applications/views';
import { numbered, type ReliefHouse, startReliefHouse, type TestResident, viewOf } from '../../../../test/relief-house';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';

const LIVING = 'minimum-living-allowance';
const DISABLED = 'disability-living-subsidy';
const CARE = 'disability-care-subsidy';
const ON = '2026-11-25';
const sign = { member: 'applicant', accepted: true };

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
beforeEach(() => {
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'done', body: {} };
});

const caseAt = async (anna: TestResident, id: string, bureau: string) => {
  const found = (await anna.view(id)).cases.find((each) => each.bureau === bureau);
  if (!found) throw new Error(`no case at ${bureau}`);
  return found;
};
const social = (anna: TestResident, id: string) => caseAt(anna, id, 'social-assistance');
const benefits = (anna: TestResident, id: string) => caseAt(anna, id, 'disability-benefits');
const timeline = async (anna: TestResident, id: string) =>
  (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
const approved = (caseNo: string, programme: string) =>
  ({
    kind: 'decided',
    caseNo,
    programme,
    outcome: 'approved',
    on: ON,
    amount: { fen: 104_500, per: 'household-month' },
  }) as const;
const refused = (caseNo: string, programme: string) =>
  ({ kind: 'decided', caseNo, programme, outcome: 'refused', on: ON, clause: { text: '人均收入高于标准' } }) as const;
const notices = async (anna: TestResident) => {
  const headers = { authorization: `Bearer ${anna.accountId}` };
  return (await (await house.server.get('/api/v1/notices', headers)).json()) as { items: { title: string }[] };
};

describe('what a bureau says', () => {
  it('moves the case, and the resident sees each step and is told', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    expect(await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON })).toBe('applied');
    expect(await house.tell('social-assistance', { kind: 'visited', caseNo, on: ON })).toBe('applied');
    const hung = { kind: 'publicised', caseNo, from: ON, until: '2026-12-02' };
    expect(await house.tell('social-assistance', hung)).toBe('applied');
    const { steps } = await timeline(anna, id);
    expect(steps.filter(({ state }) => state === 'done').map(({ title }) => title)).toEqual(
      expect.arrayContaining(['您递出去了', '收下了，开始看材料', '上门看过了']),
    );
    expect(steps.find(({ title }) => title === '名单贴出来，让邻居看')).toMatchObject({
      state: 'now',
      due: { on: '2026-12-02', clock: '7 天', source: { article: '第十九条' } },
    });
    expect(steps.find(({ title }) => title === '低保：等结果')?.due).toMatchObject({
      on: '2027-01-06',
      expected: true,
    });
    expect(await house.tell('social-assistance', approved(caseNo, LIVING))).toBe('applied');
    expect(await anna.view(id)).toMatchObject({
      state: 'closed',
      cases: [{ state: 'closed', items: [{ state: 'approved', decision: { amount: { fen: 104_500 }, next: [] } }] }],
    });
    expect((await notices(anna)).items).toHaveLength(4);
  });

  it('twice, or about a step that is past, changes nothing', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    const visited = { kind: 'visited', caseNo, on: ON };
    expect(await house.tell('social-assistance', visited, 'event-1')).toBe('applied');
    expect(await house.tell('social-assistance', visited, 'event-1')).toBe('not-applicable');
    expect(await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON })).toBe('not-applicable');
    expect((await social(anna, id)).state).toBe('investigating');
  });

  it('about a case of another bureau, or nobody’s, is nothing', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    expect(await house.tell('disability-benefits', { kind: 'accepted', caseNo, on: ON })).toBe('not-applicable');
    expect(await house.tell('social-assistance', { kind: 'accepted', caseNo: 'x', on: ON })).toBe('not-applicable');
    expect((await social(anna, id)).state).not.toBe('accepted');
  });

  it('asks for papers in one list, which the resident sees with its last day', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    const received = { kind: 'papers-received', caseNo, papers: ['收入证明'] };
    expect(await house.tell('social-assistance', received)).toBe('too-early');
    const asked = { kind: 'papers-requested', caseNo, papers: ['收入证明', '户口本'], by: '2026-12-02' };
    await house.tell('social-assistance', asked);
    expect(await anna.view(id)).toMatchObject({
      paperRequest: {
        by: '2026-12-02',
        papers: [
          { name: '收入证明', received: false },
          { name: '户口本', received: false },
        ],
      },
    });
    const list = (await anna.call('GET', '')).body as unknown as { items: { waitsForYou: boolean; now: string }[] };
    expect(list.items[0]).toMatchObject({ waitsForYou: true, now: '西青区西营门街道办事处请您补材料' });
    await house.tell('social-assistance', received);
    await house.tell('social-assistance', { kind: 'papers-received', caseNo, papers: ['户口本'] });
    const after = await anna.view(id);
    expect(after.paperRequest).toBeUndefined();
    expect((await timeline(anna, id)).steps.map(({ title }) => title)).toContain('材料补齐了');
  });
});

describe('what waits for a result', () => {
  it('goes to its bureau once that is approved', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING, DISABLED]);
    const { id: caseNo } = await social(anna, id);
    await house.tell('social-assistance', approved(caseNo, LIVING));
    await house.delivered();
    const other = await benefits(anna, id);
    expect(other).toMatchObject({ state: 'routed', items: [{ state: 'in-hand' }] });
    expect(house.bureaus['disability-benefits'].effects('filed')).toContainEqual(
      expect.objectContaining({ caseNo: other.id, items: [expect.objectContaining({ programme: DISABLED })] }),
    );
    expect((await anna.view(id)).state).toBe('open');
  });

  it('is added to a case its bureau has already', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING, DISABLED, CARE]);
    await house.tell('social-assistance', approved((await social(anna, id)).id, LIVING));
    await house.delivered();
    const { id: caseNo } = await benefits(anna, id);
    expect(house.bureaus['disability-benefits'].effects('added')).toContainEqual(
      expect.objectContaining({ caseNo, item: expect.objectContaining({ programme: DISABLED }) }),
    );
  });

  it('is not handed in when that is refused, with why and what to do, and other help is named', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING, DISABLED]);
    await house.tell('social-assistance', refused((await social(anna, id)).id, LIVING));
    const view = await anna.view(id);
    expect(view.state).toBe('closed');
    expect(view.cases[0]?.items[0]?.decision).toMatchObject({
      clause: { text: '人均收入高于标准' },
      next: expect.arrayContaining(['low-income-margin', 'temporary-assistance']),
    });
    expect(view.cases[1]).toMatchObject({ state: 'closed', items: [{ state: 'not-filed', waitsFor: [LIVING] }] });
    expect(view.cases[1]?.items[0]?.why).toContain('低保没有批下来');
    expect((await timeline(anna, id)).steps.find(({ title }) => title.includes('没有递'))).toMatchObject({
      state: 'stopped',
    });
  });
});

describe('a decision on what was taken back', () => {
  const handedIn = async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    await house.delivered();
    return { anna, id, caseNo };
  };

  it('is not applied where the bureau gave it back', async () => {
    const { anna, id, caseNo } = await handedIn();
    viewOf(await anna.post(`/${id}/withdrawal`));
    await house.delivered();
    expect(await house.tell('social-assistance', approved(caseNo, LIVING))).toBe('not-applicable');
    expect(await anna.view(id)).toMatchObject({ state: 'withdrawn', cases: [{ items: [{ state: 'withdrawn' }] }] });
  });

  it('waits while nobody knows that, and is shown where the bureau had decided before', async () => {
    const { anna, id, caseNo } = await handedIn();
    house.bureaus['social-assistance'].answer = { kind: 'failed', answered: false, why: 'no answer in time' };
    viewOf(await anna.post(`/${id}/withdrawal`));
    expect(await house.tell('social-assistance', approved(caseNo, LIVING))).toBe('too-early');
    expect((await anna.view(id)).state).toBe('withdrawn');
    house.bureaus['social-assistance'].answer = { kind: 'rejected', code: '2002' };
    await house.delivered();
    expect(await house.tell('social-assistance', approved(caseNo, LIVING))).toBe('applied');
    expect(await anna.view(id)).toMatchObject({
      state: 'closed',
      cases: [{ state: 'closed', items: [{ state: 'approved', decision: { amount: { fen: 104_500 } } }] }],
    });
    expect((await timeline(anna, id)).steps.find(({ title }) => title === '低保：批下来了')).toMatchObject({
      line: expect.stringContaining('已经定下来了'),
    });
    expect((await notices(anna)).items).toHaveLength(1);
  });
});

describe('a refusal in the words of a clause of ours', () => {
  it('names that clause and where it is written', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    const text = '家里人均月收入低于低保标准。';
    await house.tell('social-assistance', { ...refused(caseNo, LIVING), clause: { text } });
    expect((await social(anna, id)).items[0]?.decision?.clause).toEqual({
      text,
      id: 'C5',
      source: expect.objectContaining({ document: '《社会救助暂行办法》', article: '第九条' }),
    });
  });
});

describe('the look into income and property', () => {
  const child = { id: 'm1', name: '测试乙', idNumber: numbered('20150101'), relation: 'child' } as const;
  const car = { fact: 'household.ownsCar', value: true, from: '机动车登记' };

  async function checkOf(anna: TestResident, id: string): Promise<string> {
    await house.delivered();
    const { id: caseNo } = await social(anna, id);
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
    await house.delivered();
    const asked = house.bureaus['means-verification'].effects('check-requested').at(-1) as { checkNo: string };
    return asked.checkNo;
  }

  it('is asked for when the only adult has signed and the street took it; its result is kept, shown and reported', async () => {
    const anna = house.resident();
    house.bureaus['means-verification'].answer = { kind: 'pending' };
    const { id } = await anna.filledDraft([LIVING], { 'household.members': [child], 'fact:household.ownsCar': false });
    viewOf(await anna.post(`/${id}/authorisations`, sign));
    viewOf(await anna.post(`/${id}/submission`));
    const checkNo = await checkOf(anna, id);
    expect((await social(anna, id)).state).toBe('verifying');
    expect(await house.tell('means-verification', { kind: 'check-finished', checkNo, facts: [car] })).toBe('applied');
    expect(await house.tell('means-verification', { kind: 'check-finished', checkNo, facts: [car] })).toBe(
      'not-applicable',
    );
    await house.delivered();
    const view = await anna.view(id);
    expect(view.evaluations.map(({ basis, facts }) => [basis, facts])).toEqual([
      ['declared', []],
      ['verified', [car]],
    ]);
    expect(view.cases[0]?.items[0]?.state).toBe('in-hand');
    expect(house.bureaus['social-assistance'].effects('check-reported')).toContainEqual({
      caseNo: view.cases[0]?.id,
      result: { checkNo, on: ON, outcome: 'finished', facts: [{ ...car, label: '名下有汽车' }] },
    });
    expect((await timeline(anna, id)).steps.map(({ title }) => title)).toContain('收入和存款查过了');
  });

  it('that cannot be made goes to a person, and refuses nobody', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    viewOf(await anna.post(`/${id}/authorisations`, sign));
    viewOf(await anna.post(`/${id}/submission`));
    const checkNo = await checkOf(anna, id);
    const impossible = { kind: 'check-impossible', checkNo, why: '数据源维护' };
    expect(await house.tell('means-verification', impossible)).toBe('applied');
    await house.delivered();
    expect((await social(anna, id)).state).toBe('verifying');
    expect(house.bureaus['social-assistance'].effects('check-reported')).toContainEqual(
      expect.objectContaining({
        result: expect.objectContaining({ checkNo, outcome: 'impossible', why: '数据源维护' }),
      }),
    );
    expect((await timeline(anna, id)).steps.find(({ title }) => title === '查收入和存款')).toMatchObject({
      state: 'stopped',
    });
  });

  it('that says what cannot be is left to a person: nothing here changes', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    viewOf(await anna.post(`/${id}/authorisations`, sign));
    viewOf(await anna.post(`/${id}/submission`));
    const checkNo = await checkOf(anna, id);
    const nonsense = { kind: 'check-finished', checkNo, facts: [{ ...car, value: 'perhaps' }] };
    await expect(house.tell('means-verification', nonsense)).rejects.toThrow('household.ownsCar');
    expect((await anna.view(id)).evaluations).toHaveLength(1);
    expect(await house.tell('means-verification', { kind: 'check-finished', checkNo, facts: [] })).toBe('applied');
  });

  it('is known to be allowed from the signature on, and not before', async () => {
    const anna = house.resident();
    const { id } = await anna.draft([LIVING]);
    expect(viewOf(await anna.call('GET', `/${id}`)).authorised).toBeUndefined();
    expect(viewOf(await anna.post(`/${id}/authorisations`, sign)).authorised).toBe(true);
    expect(viewOf(await anna.call('GET', `/${id}`)).authorised).toBe(true);
  });

  it('that nobody can read is left to a person, the street goes on, and one that can be read still counts', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    viewOf(await anna.post(`/${id}/authorisations`, sign));
    viewOf(await anna.post(`/${id}/submission`));
    const checkNo = await checkOf(anna, id);
    const reports = () => house.bureaus['social-assistance'].effects('check-reported') as { result: CheckResult }[];
    const reported = () => reports().filter(({ result }) => result.checkNo === checkNo);
    await house.unreadable('means-verification', { checkNo });
    await house.unreadable('means-verification', { checkNo });
    await house.delivered();
    expect(reported()).toMatchObject([{ result: { outcome: 'impossible', facts: [] } }]);
    const { steps } = await timeline(anna, id);
    expect(steps.find(({ title }) => title === '查收入和存款')).toMatchObject({
      state: 'stopped',
      line: expect.stringContaining('已经请人来看'),
    });
    expect(steps.find(({ state }) => state === 'now')?.title).toBe('街道上门看看');
    expect((await social(anna, id)).items[0]?.state).toBe('in-hand');
    await house.tell('means-verification', { kind: 'check-finished', checkNo, facts: [car] });
    await house.delivered();
    expect(reported().map(({ result }) => result.outcome)).toEqual(['impossible', 'finished']);
    expect((await timeline(anna, id)).steps.map(({ title }) => title)).toContain('收入和存款查过了');
  });

  it('that a person gave up asking for is told to the street as not made', async () => {
    const anna = house.resident();
    house.bureaus['means-verification'].answer = { kind: 'failed', answered: true, why: 'status 200 (S9001)' };
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
    viewOf(await anna.post(`/${id}/authorisations`, sign));
    const [check] = await house.sql<{ id: string }>('SELECT id FROM relief_means_check WHERE case_id = ?', [caseNo]);
    await house.skip(check?.id ?? '');
    await house.delivered();
    expect(house.bureaus['social-assistance'].effects('check-reported')).toContainEqual(
      expect.objectContaining({ caseNo, result: expect.objectContaining({ outcome: 'impossible' }) }),
    );
  });

  it('begins when the signature comes after the street took it, and stops with a withdrawal', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await social(anna, id);
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
    expect((await social(anna, id)).state).toBe('accepted');
    const asking = async () => (await timeline(anna, id)).steps.filter(({ asks }) => asks === 'signature').length;
    expect(await asking()).toBe(1);
    viewOf(await anna.post(`/${id}/authorisations`, sign));
    expect(await asking()).toBe(0);
    expect((await social(anna, id)).state).toBe('verifying');
    await house.delivered();
    const { checkNo } = house.bureaus['means-verification'].effects('check-requested').at(-1) as { checkNo: string };
    viewOf(await anna.post(`/${id}/withdrawal`));
    await house.delivered();
    expect(house.bureaus['means-verification'].effects('check-cancelled')).toContainEqual({ checkNo });
    expect(await house.tell('means-verification', { kind: 'check-finished', checkNo, facts: [car] })).toBe(
      'not-applicable',
    );
  });
});

describe('a bureau that does not take what it is sent', () => {
  it('never reads as a refusal: the resident sees that we ask', async () => {
    house.bureaus['social-assistance'].answer = { kind: 'rejected', code: '1002' };
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    await house.delivered();
    const { steps } = await timeline(anna, id);
    expect(steps.find(({ title }) => title === '那边的系统没收下')).toMatchObject({
      state: 'stopped',
      line: expect.stringContaining('不是您的问题'),
    });
    expect((await anna.view(id)).cases[0]?.items[0]?.state).toBe('in-hand');
  });

  it('that is silent has it all the same, and the resident is told so', async () => {
    house.bureaus['social-assistance'].answer = { kind: 'failed', answered: false, why: 'timeout' };
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const sql = "UPDATE outbox_message SET appended_at = '2020-01-01 00:00:00.000' WHERE order_key = ?";
    await house.sql(sql, [(await social(anna, id)).id]);
    expect((await timeline(anna, id)).notice).toContain('已收下');
  });
});
