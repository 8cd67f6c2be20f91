import { OVER } from '@jinmen/shared/applications/case-machine';
import type { TimelineStep } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { maskedName } from '../../../platform/masking';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CaseEventRow } from '../cases/case-event.entity';
import { CasesRepository } from '../cases/cases.repository';
import { ReliefCase } from '../cases/relief-case.entity';
import { Route } from '../cases/route.entity';
import { Routes } from '../cases/routes.service';
import { openTroubles, TROUBLES } from '../cases/troubles';
import { type OverdueCase, ReliefOperations, type ReliefRoute, type StuckCase } from '../relief-operations.port';
import { Timelines } from '../timeline/timeline.service';

/** States in which a clock of the office runs. */
const RUNNING = ['accepted', 'verifying', 'investigating', 'publicised'] as const;
/** The oldest open cases of the scope: overdue ones are among them long before there are this many. */
const MOST = 500;

@Injectable()
export class ReliefOperationsService extends ReliefOperations {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly timelines: Timelines,
    private readonly subjects: Subjects,
    private readonly offices: Routes,
    private readonly audit: Audit,
  ) {
    super();
  }

  async overdue(offices: readonly string[] | 'all'): Promise<readonly OverdueCase[]> {
    const cases = await this.transactions.manager.find(ReliefCase, {
      where: { state: In([...RUNNING]), ...inOffices(offices) },
      order: { createdAt: 'ASC' },
      take: MOST,
    });
    const found: OverdueCase[] = [];
    for (const each of cases) {
      const late = await this.lateStep(each);
      if (late) found.push(await this.view(each, late));
    }
    return found.sort((one, other) => (one.due < other.due ? -1 : 1));
  }

  async stuck(offices: readonly string[] | 'all'): Promise<readonly StuckCase[]> {
    const noted = await this.transactions.manager.find(CaseEventRow, {
      select: { id: true, caseId: true, at: true },
      where: { kind: In([...TROUBLES]), case: { state: Not(In([...OVER])), ...inOffices(offices) } },
      order: { at: 'ASC' },
      take: MOST,
    });
    const ids = [...new Set(noted.map(({ caseId }) => caseId))];
    const cases = await this.transactions.manager.findBy(ReliefCase, { id: In(ids) });
    const events = await this.cases.events(ids);
    const found: StuckCase[] = [];
    for (const each of cases) {
      const trouble = openTroubles(events.filter(({ caseId }) => caseId === each.id)).at(-1);
      if (!trouble) continue;
      found.push({ ...(await this.caseView(each)), why: trouble.kind, since: trouble.at.toISOString() });
    }
    return found.sort((one, other) => (one.since < other.since ? -1 : 1));
  }

  async routes(): Promise<readonly ReliefRoute[]> {
    const rows = await this.transactions.manager.find(Route, { order: { streetCode: 'ASC' } });
    return rows
      .filter(({ streetCode, officeCode }) => streetCode !== officeCode)
      .map(({ streetCode, officeCode }) => ({
        street: this.offices.office(streetCode),
        office: this.offices.office(officeCode),
      }));
  }

  setRoute(street: string, office: string, by: string, reason: string): Promise<void> {
    return this.transactions.run(async () => {
      const { manager } = this.transactions;
      if ((await manager.countBy(Route, { streetCode: In([street, office]) })) !== new Set([street, office]).size) {
        throw new Problem(400, 'relief.unknown-street', '没有这个街道或乡镇，请从列表里选。');
      }
      await manager.update(Route, { streetCode: street }, { officeCode: office });
      await this.audit.record({
        action: 'relief-route.changed',
        actor: { kind: 'staff', id: by },
        object: `relief-route:${street}`,
        reason,
        facts: { office },
      });
    });
  }

  private async lateStep({ id, applicationId }: ReliefCase): Promise<TimelineStep | undefined> {
    const { steps } = await this.timelines.find(applicationId);
    const late = steps.filter((step) => step.id.startsWith(`${id}:`) && step.due?.overdue && step.state !== 'done');
    return late.sort((one, other) => ((one.due?.on ?? '') < (other.due?.on ?? '') ? -1 : 1))[0];
  }

  private async view(of: ReliefCase, step: TimelineStep): Promise<OverdueCase> {
    if (step.due === undefined) throw new RangeError('a late step has a due day');
    return { ...(await this.caseView(of)), step: step.title, due: step.due.on, clock: step.due.clock };
  }

  private async caseView({ id, applicationId, bureau, officeCode }: ReliefCase) {
    const { row } = await this.applications.get(applicationId);
    const subject = await this.subjects.of(row);
    return {
      caseId: id,
      receiptNumber: row.receiptNumber ?? '',
      bureau,
      holder: this.offices.office(officeCode).name,
      applicant: subject ? maskedName(subject.person.name) : '',
    };
  }
}

function inOffices(offices: readonly string[] | 'all') {
  return offices === 'all' ? {} : { officeCode: In([...offices]) };
}
