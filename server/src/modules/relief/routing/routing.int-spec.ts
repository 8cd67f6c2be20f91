import { randomUUID } from 'node:crypto';
import type { PublicNoticeView } from '@jinmen/shared/applications/public-notice';
import type { TimelineView } from '@jinmen/shared/applications/views';
import { besideHeld } from '../../../../test/beside-held';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../../test/relief-house';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Transactions } from '../../../platform/database/transactions';
import { ReliefOperations } from '../relief-operations.port';
import { ReliefRouting } from '../relief-routing.port';

const LIVING = 'minimum-living-allowance';
const DISABLED = 'disability-care-subsidy';
const ON = '2026-11-25';
const STREET = '西青区西营门街道办事处';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

const routing = () => house.server.app.get(ReliefRouting, { strict: false });
const caseOf = async (anna: TestResident, id: string) => (await anna.view(id)).cases[0];
const timeline = async (anna: TestResident, id: string) =>
  (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;

const moved = (caseNo: string, code: string, name: string, why = '户口在那边') =>
  ({ kind: 'moved', caseNo, on: ON, office: { code, name }, why }) as const;

/** What a bureau was told of a case in common words. */
const toldOf = (caseNo: string) =>
  (house.bureaus['social-assistance'].effects('told') as { caseNo: string; message: { type: string; data: object } }[])
    .filter((told) => told.caseNo === caseNo)
    .map(({ message }) => message);

async function accepted(
  programmes: readonly string[],
  fields = {},
  bureau: 'social-assistance' | 'disability-benefits' = 'social-assistance',
) {
  const anna = house.resident();
  const { id, cases, receiptNumber = '' } = await anna.submitted(programmes, fields);
  const caseNo = cases[0]?.id ?? '';
  await house.tell(bureau, { kind: 'accepted', caseNo, on: ON });
  return { anna, id, caseNo, receiptNumber };
}

describe('a case that goes to another office', () => {
  it('is seen with who has it, since when and why, and its clocks go on', async () => {
    const { anna, id, caseNo } = await accepted([LIVING]);
    const before = await timeline(anna, id);
    const event = moved(caseNo, '120111002', '西青区李七庄街道', '住处划到李七庄了');
    const eventId = randomUUID();
    expect(await house.tellCommon('social-assistance', event, eventId)).toBe('applied');
    const view = await caseOf(anna, id);
    expect(view).toMatchObject({
      holder: '西青区李七庄街道办事处',
      decidedBy: '西青区民政局',
      path: [{ office: STREET }, { office: '西青区李七庄街道', why: '住处划到李七庄了' }],
    });
    const { steps } = await timeline(anna, id);
    expect(steps).toContainEqual(
      expect.objectContaining({
        state: 'done',
        title: '转到了西青区李七庄街道',
        line: expect.stringContaining('住处划到'),
      }),
    );
    const days = (of: TimelineView['steps']) => of.flatMap(({ due }) => (due ? [due.on] : []));
    expect(days(steps)).toEqual(days(before.steps));
  });

  it('is not there twice, and goes nowhere once it is over', async () => {
    const { anna, id, caseNo } = await accepted([LIVING]);
    const to = moved(caseNo, '120111002', '西青区李七庄街道');
    await house.tellCommon('social-assistance', to);
    expect(await house.tellCommon('social-assistance', to)).toBe('not-applicable');
    await anna.post(`/${id}/withdrawal`);
    expect(await house.tellCommon('social-assistance', moved(caseNo, '120111003', '别处'))).toBe('not-applicable');
    expect((await caseOf(anna, id))?.path).toHaveLength(2);
  });

  it('is confirmed within ten working days once it is with the district', async () => {
    const { anna, id, caseNo } = await accepted([LIVING]);
    await house.tellCommon('social-assistance', moved(caseNo, '120111', '西青区民政局', '送到区里定'));
    const item = (await timeline(anna, id)).steps.find(({ title }) => title.startsWith('低保：'));
    expect(item?.due).toMatchObject({ on: '2026-12-09', clock: expect.stringContaining('10 个工作日') });
    expect((await caseOf(anna, id))?.holder).toBe('西青区民政局');
  });

  it('is decided where the hukou is: handed over within three working days, then ten there', async () => {
    const fields = { 'applicant.hukouStreet': '120119001', 'fact:household.hasDisabledMember': true };
    const { anna, id, caseNo } = await accepted([DISABLED], fields, 'disability-benefits');
    const step = async (of: string) => (await timeline(anna, id)).steps.find(({ title }) => title.includes(of));
    expect((await step('转到户口那边'))?.due).toMatchObject({ on: '2026-11-30', clock: '3 个工作日' });
    expect((await step('等结果'))?.due).toMatchObject({ on: '2026-12-14' });
    await house.tellCommon('disability-benefits', moved(caseNo, '120119001', '蓟州区文昌街道'));
    expect(await step('转到户口那边')).toBeUndefined();
    expect((await step('等结果'))?.due).toMatchObject({ on: '2026-12-09' });
  });
});

describe('a person who sends a case on', () => {
  it('moves it from their own office only, and the bureau is told', async () => {
    const { anna, id, caseNo, receiptNumber } = await accepted([LIVING]);
    const clerk = { id: 'J2002', offices: ['120112001'] };
    expect(await routing().casesOf(receiptNumber, clerk.offices)).toEqual([]);
    await expect(routing().sendOn(caseNo, '120111002', clerk, '划过去了')).rejects.toThrow();
    const own = { id: 'J2001', offices: ['120111001'] };
    expect(await routing().casesOf(receiptNumber, own.offices)).toMatchObject([{ caseId: caseNo, applicant: '测*甲' }]);
    await routing().sendOn(caseNo, '120111002', own, '住处划到李七庄了');
    expect((await caseOf(anna, id))?.holder).toBe('西青区李七庄街道办事处');
    await house.delivered();
    expect(toldOf(caseNo)).toContainEqual(
      expect.objectContaining({ type: 'SEND_ON', data: expect.objectContaining({ why: '住处划到李七庄了' }) }),
    );
    const wrong = { id: 'J1001', offices: 'all' } as const;
    await expect(routing().sendOn(caseNo, '120111002', wrong, '再转一次')).rejects.toThrow('relief.not-sent-on');
    await expect(routing().sendOn(caseNo, '999999', wrong, '不存在')).rejects.toThrow('relief.unknown-street');
  });
});

describe('routes', () => {
  it('change for a whole district after a look at what is touched, and are taken back as one', async () => {
    const wish = { district: '120101', to: '120101001' };
    const steps = await routing().preview(wish);
    expect(steps).toHaveLength(5);
    expect(await routing().latest()).not.toContainEqual(expect.objectContaining({ reason: '并到一处收件' }));
    await routing().change(wish, 'J1001', '并到一处收件');
    const operations = house.server.app.get(ReliefOperations, { strict: false });
    expect((await operations.routes()).filter(({ office }) => office.code === '120101001')).toHaveLength(5);
    await routing().change({ street: '120101003', to: '120101002' }, 'J1001', '五大道另有安排');
    const batch = (await routing().latest()).find(({ reason }) => reason === '并到一处收件');
    expect(batch).toMatchObject({ by: 'J1001', undone: false });
    expect(await routing().undo(batch?.batch ?? '', 'J1001', '先不并了')).toHaveLength(4);
    expect((await operations.routes()).map(({ street }) => street.code)).toContain('120101003');
    await expect(routing().undo(batch?.batch ?? '', 'J1001', '又撤')).rejects.toThrow('relief.undone');
    await routing().change({ street: '120101003', to: 'itself' }, 'J1001', '改回来');
    const where = { action: 'relief-route.changed', object: 'relief-route:120101003' };
    expect(await house.server.app.get(Transactions).manager.countBy(AuditRow, where)).toBe(3);
  });

  it('are taken back and changed as they stand, also while somebody else changes one of them', async () => {
    const transactions = house.server.app.get(Transactions);
    const to = (office: string, why: string) => routing().change({ street: '120102001', to: office }, 'J1001', why);
    await to('120102002', '先并过去');
    const { batch = '' } = (await routing().latest()).find(({ reason }) => reason === '先并过去') ?? {};
    const undone = await besideHeld(
      transactions,
      () => to('120102003', '另有安排'),
      () => routing().undo(batch, 'J1002', '撤回来'),
    );
    expect(undone).toEqual({ status: 'fulfilled', value: [] });
    const changed = await besideHeld(
      transactions,
      () => to('120102002', '又改'),
      () => routing().change({ street: '120102001', to: 'itself' }, 'J1002', '改回来'),
    );
    expect(changed).toMatchObject({ value: [{ from: { code: '120102002' }, to: { code: '120102001' } }] });
  });

  it('leave a case where it was handed in', async () => {
    const { anna, id } = await accepted([LIVING]);
    await routing().change({ street: '120111001', to: '120111003' }, 'J1001', '改去向');
    expect((await caseOf(anna, id))?.holder).toBe(STREET);
    await routing().change({ street: '120111001', to: 'itself' }, 'J1001', '改回来');
  });
});

describe('who decides in a district', () => {
  it('goes by the day a case was handed in, with who said so and why', async () => {
    const before = await accepted([LIVING]);
    const due = async ({ anna, id }: typeof before) =>
      (await timeline(anna, id)).steps.find(({ title }) => title.startsWith('低保：'))?.due?.clock;
    await routing().setDecision('120111', 'street', '2026-12-01', 'J1001', '区里下放了');
    const xiqing = async () => (await routing().decisions()).find(({ district }) => district.code === '120111');
    expect(await xiqing()).toMatchObject({ decides: 'district', next: { decides: 'street', from: '2026-12-01' } });
    expect(await due(before)).toBe('30 个工作日');
    await routing().setDecision('120111', 'street', ON, 'J1001', '今天就下放');
    expect(await xiqing()).toMatchObject({ decides: 'street', from: ON, by: 'J1001', reason: '今天就下放' });
    expect(await due(before)).toBe('20 个工作日');
    await routing().setDecision('120111', 'district', ON, 'J1001', '改回来');
    expect(await due(before)).toBe('30 个工作日');
    await expect(routing().setDecision('120999', 'street', ON, 'J1001', '没有的区')).rejects.toThrow(
      'unknown-district',
    );
  });
});

describe('what neighbours read', () => {
  const noticeOf = async (anna: TestResident, id: string) =>
    (await anna.call('GET', `/${id}/public-notice`)).body as unknown as PublicNoticeView;

  it('is shown before handing in as it then hangs, and the office gets those lines and no others', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING, 'temporary-assistance'], { 'applicant.address': '金丝雀里1号楼' });
    const draft = await noticeOf(anna, id);
    expect(draft.notices.map(({ programme, stage, state }) => [programme, stage, state])).toEqual([
      [LIVING, 'before-decision', 'preview'],
      [LIVING, 'after-approval', 'preview'],
      ['temporary-assistance', 'before-decision', 'preview'],
    ]);
    const { cases } = (await anna.post(`/${id}/submission`)).body as unknown as { cases: readonly { id: string }[] };
    const caseNo = cases[0]?.id ?? '';
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
    await house.tell('social-assistance', { kind: 'publicised', caseNo, from: ON, until: '2026-12-02' });
    const [hanging] = (await noticeOf(anna, id)).notices;
    expect(hanging).toMatchObject({ state: 'hanging', until: '2026-12-02', lines: draft.notices[0]?.lines });
    await house.delivered();
    const told = toldOf(caseNo).filter(({ type }) => type === 'PUBLIC_NOTICE');
    expect(told[0]?.data).toEqual({ programme: LIVING, stage: 'before-decision', lines: hanging?.lines, days: 7 });
    expect(JSON.stringify(told)).not.toContain('金丝雀');
  });

  it('is name, number of people and amount after the approval, and nothing after a refusal', async () => {
    const { anna, id, caseNo } = await accepted([LIVING]);
    const decided = { kind: 'decided', caseNo, programme: LIVING, on: ON };
    await house.tell('social-assistance', {
      ...decided,
      outcome: 'approved',
      amount: { fen: 104_500, per: 'household-month' },
    });
    const { notices } = await noticeOf(anna, id);
    expect(notices).toMatchObject([
      {
        stage: 'after-approval',
        state: 'hanging',
        lines: [{ text: '测试甲' }, { text: '低保' }, { text: '1 人' }, { text: '每户每月 1045\u00a0元' }],
      },
    ]);
    await house.delivered();
    expect(toldOf(caseNo).at(-1)).toMatchObject({
      type: 'PUBLIC_NOTICE',
      data: { stage: 'after-approval', lines: notices[0]?.lines },
    });
    const other = await accepted([LIVING]);
    const refused = { ...decided, caseNo: other.caseNo, outcome: 'refused', clause: { text: '收入高' } };
    await house.tell('social-assistance', refused);
    expect((await noticeOf(other.anna, other.id)).notices).toEqual([]);
  });

  it('never speaks of a child in hardship, and names nobody under age', async () => {
    const anna = house.resident({ birth: '2010-01-01' });
    const { id } = await anna.filledDraft([LIVING, 'orphan-living-allowance']);
    const { notices, notPosted } = await noticeOf(anna, id);
    expect(JSON.stringify(notices)).not.toContain('测');
    expect(notices[0]?.lines[0]?.text).toBe('未成年人（不写名字）');
    expect(notPosted).toEqual([{ programme: 'orphan-living-allowance', why: '孩子的事，不往外贴。' }]);
  });
});
