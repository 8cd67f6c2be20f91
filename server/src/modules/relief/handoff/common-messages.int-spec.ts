import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../../test/relief-house';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Transactions } from '../../../platform/database/transactions';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { SaidOnFiling } from './case-matter';
import { CaseMatters } from './case-matters';
import { Dispatch } from './dispatch';

const LIVING = 'minimum-living-allowance';
const DISABLED = 'disability-living-subsidy';
const ON = '2026-11-25';
const agent = (state: 'acting' | 'revoked'): CaseMessage => ({
  type: 'AGENT',
  data: { role: 'helper', name: '测试乙', idNumber: '999999198001010017', state },
});

/** Says who acts, as a matter of its own would. */
class SaysWhoActs extends SaidOnFiling {
  messages(_application: OpenedApplication, _opened: OpenedCase): Promise<readonly CaseMessage[]> {
    return Promise.resolve([agent('acting')]);
  }
}

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
  const matters = house.server.app.get(CaseMatters, { strict: false });
  Object.assign(matters, { said: [new SaysWhoActs()] });
});
afterAll(() => house.end());
beforeEach(() => {
  for (const bureau of Object.values(house.bureaus)) {
    bureau.answer = { kind: 'done', body: {} };
    bureau.heard.length = 0;
  }
});

const caseAt = async (anna: TestResident, id: string, bureau: string) => {
  const found = (await anna.view(id)).cases.find((each) => each.bureau === bureau);
  if (!found) throw new Error(`no case at ${bureau}`);
  return found;
};

/** As a matter does it: inside the transaction whose consequence it is. */
async function tell(applicationId: string, bureau: string, message: CaseMessage): Promise<void> {
  const { app } = house.server;
  await app.get(Transactions).run(async () => {
    await app.get(ApplicationsRepository, { strict: false }).getForUpdate(applicationId);
    const cases = await app.get(CasesRepository, { strict: false }).casesForUpdate(applicationId);
    const opened = cases.find(({ row }) => row.bureau === bureau);
    if (opened) await app.get(Dispatch, { strict: false }).tell(opened, message);
  });
}

const heardAt = (bureau: 'social-assistance' | 'disability-benefits') =>
  house.bureaus[bureau].heard.map(({ what, said }) =>
    what === 'told' ? (said as { message: CaseMessage }).message.data : what,
  );

describe('a common message', () => {
  it('follows the case’s own in the order they were said, and what is said on filing comes right behind it', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    await tell(id, 'social-assistance', agent('revoked'));
    await anna.post(`/${id}/withdrawal`);
    await house.delivered();
    expect(heardAt('social-assistance')).toEqual([
      'filed',
      expect.objectContaining({ state: 'acting' }),
      expect.objectContaining({ state: 'revoked' }),
      'withdrawn',
    ]);
  });

  it('about a case that is held back does not leave; what still holds is said when that is filed', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING, DISABLED]);
    await tell(id, 'disability-benefits', agent('revoked'));
    await house.delivered();
    expect(house.bureaus['disability-benefits'].heard).toEqual([]);
    const { id: caseNo } = await caseAt(anna, id, 'social-assistance');
    const decision = { kind: 'decided', caseNo, programme: LIVING, outcome: 'approved', on: ON } as const;
    await house.tell('social-assistance', decision);
    await house.delivered();
    expect(heardAt('disability-benefits')).toEqual(['filed', expect.objectContaining({ state: 'acting' })]);
  });

  it('that is refused ends nothing, and stands as a trouble with what it was about', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    await house.delivered();
    house.bureaus['social-assistance'].answer = { kind: 'rejected', code: 'not-now' };
    await tell(id, 'social-assistance', agent('revoked'));
    await house.delivered();
    expect((await anna.view(id)).state).toBe('open');
    const { id: caseNo } = await caseAt(anna, id, 'social-assistance');
    const events = await house.server.app.get(CasesRepository, { strict: false }).events([caseNo]);
    expect(events.at(-1)).toMatchObject({ kind: 'message-rejected', detail: { code: 'not-now', type: 'AGENT' } });
  });

  it('that a person gave up lets what waits behind it go', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    await house.delivered();
    house.bureaus['social-assistance'].answer = { kind: 'failed', answered: false, why: 'no answer in time' };
    await tell(id, 'social-assistance', agent('revoked'));
    await tell(id, 'social-assistance', agent('acting'));
    const { id: caseNo } = await caseAt(anna, id, 'social-assistance');
    await house.skip(caseNo);
    house.bureaus['social-assistance'].heard.length = 0;
    house.bureaus['social-assistance'].answer = { kind: 'done', body: {} };
    await house.delivered();
    expect(heardAt('social-assistance').at(-1)).toMatchObject({ state: 'acting' });
  });
});

describe('what a bureau says in common words', () => {
  const pushed = (caseNo: string) => ({ kind: 'pushed-on', caseNo, on: ON, to: '户籍地街道办事处' }) as const;

  it('goes to whoever takes it, is kept with its case and audited', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await caseAt(anna, id, 'social-assistance');
    expect(await house.tellCommon('social-assistance', pushed(caseNo), 'pushed-1')).toBe('applied');
    expect(await house.tellCommon('social-assistance', pushed(caseNo), 'pushed-1')).toBe('not-applicable');
    const events = await house.server.app.get(CasesRepository, { strict: false }).events([caseNo]);
    expect(events.filter(({ kind }) => kind === 'pushed-on')).toEqual([
      expect.objectContaining({ eventId: 'pushed-1', source: 'bureau', detail: { on: ON, to: '户籍地街道办事处' } }),
    ]);
    const { manager } = house.server.app.get(Transactions);
    const object = `relief-case:${caseNo}`;
    expect(await manager.countBy(AuditRow, { action: 'relief-case.told', object })).toBe(1);
  });

  it('before its time is not kept, and has its effect when it is said again', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await caseAt(anna, id, 'social-assistance');
    const matter = house.server.app.get(CaseMatters, { strict: false }).of('pushed-on');
    const take = jest.spyOn(matter, 'take').mockResolvedValueOnce('too-early');
    expect(await house.tellCommon('social-assistance', pushed(caseNo), 'pushed-2')).toBe('too-early');
    const kept = async () =>
      (await house.server.app.get(CasesRepository, { strict: false }).events([caseNo])).filter(
        ({ eventId }) => eventId === 'pushed-2',
      ).length;
    expect(await kept()).toBe(0);
    expect(await house.tellCommon('social-assistance', pushed(caseNo), 'pushed-2')).toBe('applied');
    expect([await kept(), take.mock.calls.length]).toEqual([1, 2]);
    take.mockRestore();
  });

  it('about another bureau’s case, or nobody’s, changes nothing', async () => {
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    const { id: caseNo } = await caseAt(anna, id, 'social-assistance');
    expect(await house.tellCommon('disability-benefits', pushed(caseNo))).toBe('not-applicable');
    expect(await house.tellCommon('social-assistance', pushed('x'))).toBe('not-applicable');
  });
});
