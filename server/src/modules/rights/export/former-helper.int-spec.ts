import { randomUUID } from 'node:crypto';
import type { AccessView, ExportView } from '@jinmen/shared/residents/rights';
import { AccessHouse, call, must, type Person } from '../../../../test/access/access-house';
import { aDecided } from '../../../../test/access/relief-things';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { Disclosure } from '../disclosures/disclosure.entity';
import { DisclosuresService } from '../disclosures/disclosures.service';

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

const get = <T>(port: abstract new (...given: never[]) => T): T => house.server.app.get(port, { strict: false });
const tablesIn = async (who: Person) => {
  const { sections } = await must<ExportView>(call(who, 'GET', '/export'));
  return [...new Set(sections.flatMap(({ records }) => records.map(({ table }) => table)))];
};
const seenBy = async (who: Person) => (await must<{ items: AccessView[] }>(call(who, 'GET', '/accesses'))).items;

/** Handed in by a helper and decided; with `helped-before` the help is over. */
async function decided(whose: 'helped' | 'helped-before') {
  const { id, caseNo, cast } = await aDecided(house, whose, 'approved');
  const helper = cast.helper ?? cast['former-helper'];
  if (!cast.owner || !helper) throw new Error('nobody was helped');
  return { id, caseNo, principal: cast.owner, helper };
}

describe('somebody whose help was stopped', () => {
  it('takes home that they helped and nothing of what was applied for or decided; the person does, and who still helps', async () => {
    const over = await decided('helped-before');
    const copy = JSON.stringify(await must(call(over.helper, 'GET', '/export')));
    expect((await tablesIn(over.helper)).filter((table) => table.startsWith('relief_'))).toEqual([]);
    expect(await tablesIn(over.helper)).toContain('mandate');
    for (const never of ['104500', 'approved', '"fields"'])
      expect([never, copy.includes(never)]).toEqual([never, false]);
    const goingOn = await decided('helped');
    for (const who of [over.principal, goingOn.principal, goingOn.helper])
      expect(await tablesIn(who)).toEqual(
        expect.arrayContaining(['relief_application', 'relief_evaluation', 'relief_case', 'relief_case_item']),
      );
    const run = "UPDATE mandate SET until = '2026-11-01' WHERE helper_account_id = ?";
    await house.run(() => get(Transactions).manager.query(run, [goingOn.helper.accountId]));
    expect((await tablesIn(goingOn.helper)).filter((table) => table.startsWith('relief_'))).toEqual([]);
  });

  it('is not told who looks at it since, nor to which office it goes since', async () => {
    const { id, caseNo, principal, helper } = await decided('helped-before');
    const messageId = randomUUID();
    const actor = { kind: 'staff', id: 'J2001' } as const;
    await house.run(async () => {
      await get(Audit).record({
        action: 'late-case.answered',
        actor,
        object: `relief-case:${caseNo}`,
        reason: '人手不够',
      });
      await get(Audit).record({ action: 'cases.looked-up', actor, object: `relief-application:${id}` });
      const [topic, bureau] = ['social-assistance.check-reported', 'social-assistance'] as const;
      const message = { id: messageId, topic, bureau, order: caseNo, appendedAt: new Date(0) };
      await get(DisclosuresService).received(message);
    });
    expect((await seenBy(helper)).map(({ what }) => what)).not.toContain('写下了为什么办晚了');
    expect((await seenBy(principal)).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['写下了为什么办晚了', '按回执号查了您的申请在哪个街道']),
    );
    const told = await get(Transactions).manager.findBy(Disclosure, { messageId });
    expect(told.map(({ accountId }) => accountId)).toEqual([principal.accountId]);
  });
});
