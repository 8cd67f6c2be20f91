import { randomUUID } from 'node:crypto';
import { ApplicationsRepository } from '../src/modules/relief/applications/applications.repository';
import { CasesRepository } from '../src/modules/relief/cases/cases.repository';
import { ReliefCase } from '../src/modules/relief/cases/relief-case.entity';
import { CaseDue } from '../src/modules/relief/clocks/case-due.entity';
import { LateStep } from '../src/modules/relief/clocks/late-step.entity';
import { ReliefRouting } from '../src/modules/relief/relief-routing.port';
import { RouteChange } from '../src/modules/relief/routing/route-change.entity';
import { Account } from '../src/modules/sessions/account.entity';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

const LIVING = 'minimum-living-allowance';
const STREET = '120112001';
/** Since a week. */
const OVERDUE = { dueOn: '2026-11-18', clock: '受理之日起', expected: 0 } as const;

/** A case that an office has in hand and that is late, as if it had come there long ago. */
export async function aLateCase({ app }: TestServer, office: string): Promise<string> {
  const of = app.get(Transactions);
  return of.run(async () => {
    const account = await of.manager.findOneByOrFail(Account, {});
    const { row } = await app.get(ApplicationsRepository, { strict: false }).create(account.id, [LIVING]);
    const filing = { programme: LIVING, bureau: 'social-assistance', held: [] };
    const made = await app.get(CasesRepository, { strict: false }).create(row.id, filing.bureau, office, [filing]);
    await of.manager.update(ReliefCase, { id: made.row.id }, { state: 'accepted' });
    await of.manager.insert(LateStep, {
      id: randomUUID(),
      caseId: made.row.id,
      step: `item:${LIVING}`,
      state: 'open',
      toldOfficeOn: '2026-11-20',
      districtFrom: '2026-11-25',
    });
    await of.manager.insert(CaseDue, { caseId: made.row.id, step: `item:${LIVING}`, ...OVERDUE });
    return made.row.id;
  });
}

/** A route that was changed and can be taken back; known by being new, as changes of one instant have no order. */
export async function aRouteChange({ app }: TestServer): Promise<string> {
  const routing = app.get(ReliefRouting, { strict: false });
  const batches = async () => {
    const rows = await app.get(Transactions).manager.findBy(RouteChange, { streetCode: STREET });
    return rows.map(({ batch }) => batch);
  };
  const before = await batches();
  const [now] = await routing.preview({ street: STREET, to: 'itself' });
  await routing.change({ street: STREET, to: now ? 'itself' : '120112002' }, 'J1001', '试一试');
  return (await batches()).find((batch) => !before.includes(batch)) ?? '';
}
