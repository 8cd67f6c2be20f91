import { standingOf } from '@jinmen/shared/applications/case-machine';
import type { CaseState } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { type AdultStanding, Adults } from '../adults/adults.service';
import type { OpenedApplication } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { MeansChecksRepository } from './means-checks.repository';

/** The bureau that is told what a check found. */
export const DECIDES = 'social-assistance';

/** Once the street took it, and as long as it has not decided. */
const LOOKS: readonly CaseState[] = ['accepted', 'verifying', 'investigating', 'publicised'];

/** Asks for a look into income and property, and takes it back. */
@Injectable()
export class MeansCheckRequests {
  constructor(
    private readonly checks: MeansChecksRepository,
    private readonly adults: Adults,
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly dispatch: Dispatch,
  ) {}

  /**
   * Once for every signature, as soon as the street took the case: nobody waits for the others of the household. Inside
   * a transaction that has locked the application; asks for nothing where nobody has signed or nobody said who lives
   * there, and about nobody who signed on another's phone before the street has asked them (ADR 0055).
   */
  async askIfReady(application: OpenedApplication): Promise<void> {
    if (!this.dispatch.canRequestChecks || !this.adults.isKnown(application)) return;
    const opened = await this.lookingCase(application);
    if (!opened) return;
    const asked = await this.checks.ofApplicationForUpdate(application.row.id);
    for (const { adult, signature, rests } of await this.adults.of(application)) {
      if (!signature || !rests || asked.some(({ authorisationId }) => authorisationId === signature.id)) continue;
      await this.ask(application.row.id, opened, adult, signature.id);
    }
  }

  /** The application was taken back: no more sources are asked about anybody. */
  async cancel(applicationId: string): Promise<void> {
    for (const { id, state } of await this.checks.ofApplicationForUpdate(applicationId)) {
      if (state === 'asked') await this.cancelOne(id);
    }
  }

  /** Somebody took their signature back: what waits is not asked, and what was asked stops. */
  async cancelFor(applicationId: string, signatureId: string): Promise<void> {
    const checks = await this.checks.ofApplicationForUpdate(applicationId);
    for (const { id, authorisationId } of checks) if (authorisationId === signatureId) await this.cancelOne(id);
  }

  private async ask(
    applicationId: string,
    opened: OpenedCase,
    { member, name, idNumber }: AdultStanding['adult'],
    authorisationId: string,
  ): Promise<void> {
    const of = { applicationId, caseId: opened.row.id, authorisationId, member };
    const checkNo = await this.checks.create(of);
    const request = { checkNo, authorisationNo: authorisationId, person: { name, idNumber } };
    await this.dispatch.requestCheck({ ...request, caseNo: opened.row.id });
    const [fresh] = (await this.cases.casesForUpdate(applicationId)).filter(({ row }) => row.id === opened.row.id);
    if (fresh?.file.state !== 'accepted') return;
    await this.events.happen(fresh, { id: `check:${checkNo}`, source: 'system', word: { kind: 'check-requested' } });
  }

  private async cancelOne(id: string): Promise<void> {
    if (await this.checks.end(id, 'cancelled')) await this.dispatch.cancelCheck(id);
  }

  private async lookingCase({ row }: OpenedApplication): Promise<OpenedCase | undefined> {
    const opened = (await this.cases.casesForUpdate(row.id)).find(({ row: { bureau } }) => bureau === DECIDES);
    return opened && LOOKS.includes(standingOf(opened.file)) ? opened : undefined;
  }
}
