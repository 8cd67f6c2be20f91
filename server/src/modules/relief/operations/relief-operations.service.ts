import { OVER } from '@jinmen/shared/applications/case-machine';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { maskedName } from '../../../platform/masking';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CaseEventRow } from '../cases/case-event.entity';
import { CasesRepository } from '../cases/cases.repository';
import { ReliefCase } from '../cases/relief-case.entity';
import { Route } from '../cases/route.entity';
import { Routes } from '../cases/routes.service';
import { IN_CONFIDENCE, openTroubles, TROUBLES } from '../cases/troubles';
import { CaseClocks } from '../clocks/case-clocks.service';
import { type OverdueCase, ReliefOperations, type ReliefRoute, type StuckCase } from '../relief-operations.port';
import { RouteChanges } from '../routing/route-changes.service';
import { routingWords } from '../routing/words';
import { timelineWords } from '../words';

/** What still wants a person when everything was decided: money goes on after that. */
const AFTERWARDS = ['payment-doubtful', 'news-unreadable', 'message-rejected', 'message-skipped', ...IN_CONFIDENCE];
/** As many as one look shows; the longest first. */
const MOST = 500;

interface LateRow {
  readonly caseId: string;
  readonly step: string;
  readonly due: CivilDate;
  readonly clock: string;
  readonly lateId: string | null;
  readonly toldDistrictOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
}

@Injectable()
export class ReliefOperationsService extends ReliefOperations {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly clocks: CaseClocks,
    private readonly changes: RouteChanges,
    private readonly subjects: Subjects,
    private readonly offices: Routes,
  ) {
    super();
  }

  /** By what stands with the cases: one range of an index, however many cases are open. */
  async overdue(offices: readonly string[] | 'all'): Promise<readonly OverdueCase[]> {
    if (offices.length === 0) return [];
    const scope = offices === 'all' ? '' : `AND c.office_code IN (${offices.map(() => '?').join(', ')})`;
    const { today } = await this.clocks.reading();
    const rows: LateRow[] = await this.transactions.manager.query(
      `SELECT d.case_id AS caseId, d.step AS step, d.due_on AS due, d.clock AS clock,
         l.told_district_on AS toldDistrictOn, l.answered_on AS answeredOn, l.id AS lateId
       FROM relief_case_due d JOIN relief_case c ON c.id = d.case_id
       LEFT JOIN relief_late_step l ON l.case_id = d.case_id AND l.step = d.step AND l.state <> 'over'
       WHERE d.due_on < ? ${scope} ORDER BY d.due_on, d.case_id, d.step LIMIT ${MOST}`,
      [today, ...(offices === 'all' ? [] : offices)],
    );
    const first = rows.filter(({ caseId }, at) => rows.findIndex((row) => row.caseId === caseId) === at);
    const found: OverdueCase[] = [];
    for (const row of first) {
      const of = await this.transactions.manager.findOneBy(ReliefCase, { id: row.caseId });
      if (of) found.push(await this.late(of, row));
    }
    return found;
  }

  async stuck(offices: readonly string[] | 'all'): Promise<readonly StuckCase[]> {
    const noted = await this.transactions.manager.find(CaseEventRow, {
      select: { id: true, caseId: true, at: true },
      where: [
        { kind: In([...TROUBLES]), case: { state: Not(In([...OVER])), ...inOffices(offices) } },
        { kind: In([...AFTERWARDS]), case: { state: 'closed', ...inOffices(offices) } },
      ],
      order: { at: 'ASC' },
      take: MOST,
    });
    const ids = [...new Set(noted.map(({ caseId }) => caseId))];
    const cases = await this.transactions.manager.findBy(ReliefCase, { id: In(ids) });
    const events = await this.cases.events(ids);
    const found: StuckCase[] = [];
    for (const each of cases) {
      const troubles = openTroubles(events.filter(({ caseId }) => caseId === each.id));
      const trouble = troubles.at(-1);
      if (!trouble) continue;
      const inConfidence = troubles.every(({ kind }) => IN_CONFIDENCE.includes(kind));
      const { kind: why, at } = trouble;
      found.push({ ...(await this.caseView(each)), why, since: at.toISOString(), inConfidence });
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

  async setRoute(street: string, office: string, by: string, reason: string): Promise<void> {
    await this.changes.change({ street, to: office }, by, reason);
  }

  private async late(of: ReliefCase, { step, due, clock, lateId, toldDistrictOn, answeredOn }: LateRow) {
    const told = lateId === null ? undefined : toldDistrictOn === null ? ('office' as const) : ('district' as const);
    return {
      ...(await this.caseView(of)),
      step: stepName(step),
      due,
      clock,
      ...(told && { told }),
      ...(answeredOn && { answeredOn }),
    };
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

/** A step as whoever looks after it reads it. */
function stepName(step: string): string {
  const words = timelineWords;
  if (step === 'visited') return words.visited.ahead;
  if (step === 'handed-over') return routingWords.handOver.ahead;
  const code = step.slice('item:'.length);
  return words.decided.ahead(catalogue.find((each) => each.code === code)?.title ?? code);
}

function inOffices(offices: readonly string[] | 'all') {
  return offices === 'all' ? {} : { officeCode: In([...offices]) };
}
