import { randomUUID } from 'node:crypto';
import { filled, numbered, type ReliefHouse, startReliefHouse, viewOf } from '../../../../test/relief-house';
import { Transactions } from '../../../platform/database/transactions';

const LIVING = 'minimum-living-allowance';
const MARGIN = 'low-income-margin';
const DISABLED = 'disability-living-subsidy';
const CARE = 'disability-care-subsidy';
/** Its bureau is not connected yet. */
const FUNERAL = 'funeral-subsidy';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
beforeEach(() => house.refused.clear());

const filedFor = (id: string, bureau: 'social-assistance' | 'disability-benefits') =>
  house.bureaus[bureau].effects('filed').filter((said) => (said as { caseNo: string }).caseNo === id);

async function count(table: string, column: string, value: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS count FROM ${table} WHERE ${column} = ?`;
  const rows: { count: number | string }[] = await house.server.app.get(Transactions).manager.query(sql, [value]);
  return Number(rows[0]?.count);
}

/** What was said to a bureau of one case, in order; of a case just filed the case, and how it may be posted. */
async function topicsOf(caseId: string): Promise<readonly string[]> {
  const sql = 'SELECT topic FROM outbox_message WHERE order_key = ? ORDER BY topic';
  const rows: { topic: string }[] = await house.server.app.get(Transactions).manager.query(sql, [caseId]);
  return rows.map(({ topic }) => topic);
}

describe('handing in', () => {
  it('makes one case and one message for each bureau, and a receipt number', async () => {
    const anna = house.resident();
    const view = await anna.submitted([LIVING, CARE]);
    expect(view).toMatchObject({
      state: 'open',
      atTheStreet: [],
      receiptNumber: expect.stringMatching(/^JM20261125-\w{8}$/),
    });
    expect(view.cases.map(({ bureau, holder, items }) => [bureau, holder, items.map(({ state }) => state)])).toEqual([
      ['social-assistance', '西青区西营门街道办事处', ['in-hand']],
      ['disability-benefits', '西青区西营门街道办事处', ['in-hand']],
    ]);
    await house.delivered();
    const [social, benefits] = view.cases;
    expect(filedFor(social?.id ?? '', 'social-assistance')).toHaveLength(1);
    expect(filedFor(benefits?.id ?? '', 'disability-benefits')).toHaveLength(1);
    expect((await anna.view(view.id)).cases.map(({ state }) => state)).toEqual(['routed', 'routed']);
  });

  it('tells a bureau only what one of its own programmes asks', async () => {
    const facts = { 'fact:household.monthlyWageIncomeFen': 240_000, 'fact:household.hasDisabledMember': true };
    const view = await house.resident().submitted([LIVING, CARE], facts);
    await house.delivered();
    const [social, benefits] = view.cases;
    const declared = (said: unknown) =>
      (said as { items: { declared: { fact: string }[] }[] }).items.flatMap((item) =>
        item.declared.map(({ fact }) => fact),
      );
    expect(declared(filedFor(social?.id ?? '', 'social-assistance')[0])).toContain('household.monthlyWageIncomeFen');
    const toBenefits = filedFor(benefits?.id ?? '', 'disability-benefits')[0];
    expect(declared(toBenefits)).not.toContain('household.monthlyWageIncomeFen');
    expect(toBenefits).toMatchObject({ applicant: { name: '测试甲', phone: '13800000000' }, members: [] });
  });

  it('keeps what the rules make of it, and never refuses because of that', async () => {
    const rich = { 'fact:household.hukou': 'none', 'fact:household.moneyAssetsFen': 5_000_000_000 };
    const view = await house.resident().submitted([LIVING], rich);
    expect(view.evaluations).toMatchObject([
      {
        basis: 'declared',
        rulesVersion: expect.stringContaining('+'),
        verdicts: [{ programme: LIVING, verdict: 'unlikely' }],
      },
    ]);
    expect(view.state).toBe('open');
  });

  it('holds back what waits for another, without a word to its bureau', async () => {
    const view = await house.resident().submitted([LIVING, DISABLED]);
    await house.delivered();
    const [, benefits] = view.cases;
    expect(benefits).toMatchObject({ state: 'held-back', items: [{ state: 'held-back', waitsFor: [LIVING] }] });
    expect(filedFor(benefits?.id ?? '', 'disability-benefits')).toEqual([]);
  });

  it('says everything that is missing at once, at the fields, and stores no such answer', async () => {
    const anna = house.resident();
    const { id } = await anna.draft([CARE], { 'applicant.phone': '1' });
    const key = randomUUID();
    const refused = await anna.post(`/${id}/submission`, {}, key);
    expect([refused.status, refused.body.code]).toEqual([422, 'application.incomplete']);
    const fields = (refused.body.errors as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['fields.applicant.phone', 'fields.applicant.street']));
    const { version } = await anna.view(id);
    await anna.call('PATCH', `/${id}`, { version, fields: filled([CARE]) });
    expect((await anna.post(`/${id}/submission`, {}, key)).status).toBe(200);
  });

  it('is refused where somebody listed themselves among those they live with', async () => {
    const members = [{ id: 'm1', name: '测试甲', idNumber: numbered('19800101'), relation: 'other' as const }];
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING], { 'household.members': members });
    const refused = await anna.post(`/${id}/submission`);
    expect(refused.body.errors).toMatchObject([
      { field: 'fields.household.members.0.idNumber', code: 'members.yourself' },
    ]);
  });

  it('asks for a real name and for each consent, and says which', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    for (const purpose of ['real-name-verification', 'relief-application', 'sensitive-circumstances']) {
      house.refused.add(purpose);
      const refused = await anna.post(`/${id}/submission`);
      expect([refused.status, refused.body.code, refused.body.purpose]).toEqual([403, 'consent.required', purpose]);
      house.refused.clear();
    }
    anna.forgetName();
    expect((await anna.post(`/${id}/submission`)).body.code).toBe('identity.required');
    expect((await anna.view(id)).state).toBe('draft');
  });

  it('leaves out what belongs to a bureau that is not connected, and keeps it to be shown', async () => {
    const view = await house.resident().submitted([CARE, FUNERAL]);
    expect(view.atTheStreet).toEqual([FUNERAL]);
    expect(view.cases.flatMap(({ items }) => items.map(({ programme }) => programme))).toEqual([CARE]);
    const anna = house.resident();
    const { id, atTheStreet } = await anna.filledDraft([FUNERAL]);
    expect(atTheStreet).toEqual([FUNERAL]);
    const refused = await anna.post(`/${id}/submission`);
    expect([refused.status, refused.body.code]).toEqual([422, 'application.at-the-street']);
  });
});

describe('the same wish, many times', () => {
  it('a hundred at once under one key have one effect and one answer', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 100 }, () => anna.post(`/${id}/submission`, {}, key)));
    const answered = replies.filter(({ status }) => status === 200);
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(answered.length).toBeGreaterThan(0);
    expect(new Set(answered.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await count('relief_case', 'application_id', id)).toBe(1);
    const [only] = (await anna.view(id)).cases;
    expect(await topicsOf(only?.id ?? '')).toEqual(['social-assistance.case-filed', 'social-assistance.case-message']);
  });

  it('a double tap with two keys is told the second time that it was handed in, with what stands there', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    const replies = await Promise.all([anna.post(`/${id}/submission`), anna.post(`/${id}/submission`)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = replies.find(({ status }) => status === 409);
    expect(second?.body).toMatchObject({ code: 'application.already-submitted', current: { id, state: 'open' } });
    expect(await count('relief_case', 'application_id', id)).toBe(1);
  });

  it('handing in what another phone has changed since is told so', async () => {
    const anna = house.resident();
    const { id, version } = await anna.filledDraft([LIVING]);
    await anna.call('PATCH', `/${id}`, { version, fields: { statement: '别的' } });
    const refused = await anna.post(`/${id}/submission`, { version });
    expect(refused.body).toMatchObject({ code: 'application.stale', current: { version: version + 1 } });
  });
});

describe('taking back', () => {
  it('tells each bureau, and what it says later has no effect', async () => {
    const anna = house.resident();
    const { id, cases } = await anna.submitted([LIVING, CARE]);
    const withdrawn = viewOf(await anna.post(`/${id}/withdrawal`));
    expect(withdrawn.state).toBe('withdrawn');
    await house.delivered();
    for (const { id: caseNo, bureau } of cases) {
      const said = house.bureaus[bureau as 'social-assistance'].effects('withdrawn');
      expect(said).toContainEqual({ caseNo, programmes: undefined });
      expect(await house.tell(bureau as 'social-assistance', { kind: 'accepted', caseNo, on: '2026-11-25' })).toBe(
        'not-applicable',
      );
    }
    expect((await anna.post(`/${id}/withdrawal`)).body.code).toBe('application.nothing-to-withdraw');
  });

  it('of one programme leaves the other, and lets go what stood behind it', async () => {
    const anna = house.resident();
    const { id, cases } = await anna.submitted([LIVING, MARGIN]);
    expect(cases[0]?.items.map(({ state }) => state)).toEqual(['in-hand', 'held-back']);
    const after = viewOf(await anna.post(`/${id}/withdrawal`, { programmes: [LIVING] }));
    expect(after.cases[0]?.items.map(({ state }) => state)).toEqual(['withdrawn', 'in-hand']);
    await house.delivered();
    expect(house.bureaus['social-assistance'].effects('added')).toContainEqual(
      expect.objectContaining({ caseNo: cases[0]?.id, item: expect.objectContaining({ programme: MARGIN }) }),
    );
  });

  it('of a draft is none', async () => {
    const anna = house.resident();
    const { id } = await anna.draft([LIVING]);
    expect((await anna.post(`/${id}/withdrawal`)).body.code).toBe('application.not-submitted');
  });
});
