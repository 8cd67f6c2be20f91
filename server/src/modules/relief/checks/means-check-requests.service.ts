import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { CheckReadiness } from './check-readiness.service';
import { MeansChecksRepository } from './means-checks.repository';

/** The bureau that is told what a check found. */
const DECIDES = 'social-assistance';

/** Asks for a look into income and property, and takes it back. */
@Injectable()
export class MeansCheckRequests {
  constructor(
    private readonly checks: MeansChecksRepository,
    private readonly readiness: CheckReadiness,
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly dispatch: Dispatch,
  ) {}

  /**
   * Once for an application, when the street took it and every adult has signed: here exactly one, the applicant.
   * With more adults the case stays where it is, and they sign at the street. Inside a transaction that has locked the
   * application; asks for nothing where something is missing.
   */
  async askIfReady(application: OpenedApplication): Promise<void> {
    const { row } = application;
    const ready = await this.readiness.of(application);
    if (ready.kind !== 'ready' || !this.dispatch.canRequestChecks) return;
    const { person, authorisationId } = ready;
    const opened = (await this.cases.casesForUpdate(row.id)).find(({ row: { bureau } }) => bureau === DECIDES);
    if (opened?.file.state !== 'accepted') return;
    if ((await this.checks.ofApplicationForUpdate(row.id)).length > 0) return;
    const of = { applicationId: row.id, caseId: opened.row.id, authorisationId };
    const checkNo = await this.checks.create(of);
    const { name, idNumber } = person;
    const request = { checkNo, authorisationNo: authorisationId, person: { name, idNumber } };
    await this.dispatch.requestCheck({ ...request, caseNo: opened.row.id });
    await this.events.happen(opened, { id: `check:${checkNo}`, source: 'system', word: { kind: 'check-requested' } });
  }

  /** The application was taken back: no more sources are asked. */
  async cancel(applicationId: string): Promise<void> {
    for (const { id, state } of await this.checks.ofApplicationForUpdate(applicationId)) {
      if (state !== 'asked' || !(await this.checks.end(id, 'cancelled'))) continue;
      await this.dispatch.cancelCheck(id);
    }
  }
}
