import { type Filing, filingsOf } from '@jinmen/shared/applications/filing';
import { factsIn } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { ConnectedBureaus } from '../../../platform/bureau-http/connected-bureaus';
import { Clock } from '../../../platform/clock';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import type { Subject } from '../applications/subjects.service';
import { reliefProblems } from '../problems';
import { HandingOver } from '../whom/handing-over.service';
import { WhomGate } from '../whom/whom-gate.service';
import { HandIn } from './hand-in.service';
import { notReady } from './ready';

/** Handing in: what must be there first, and then everything in one transaction. */
@Injectable()
export class Submission {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly views: ApplicationViews,
    private readonly handing: HandingOver,
    private readonly connected: ConnectedBureaus,
    private readonly handIn: HandIn,
    private readonly clock: Clock,
    private readonly whom: WhomGate,
  ) {}

  /**
   * Inside the transaction of its idempotency key. A verdict never keeps anybody from applying: the office decides.
   * @throws Problem 409 `application.already-submitted` or `application.stale` with what stands here, 422
   * `application.at-the-street` when no bureau of it is connected, 403 `identity.required` or `consent.required`, 422
   * `application.incomplete` with everything that is missing, at its field.
   */
  async submit(resident: Resident, id: string, version: number | undefined): Promise<ApplicationView> {
    const opened = await this.applications.getForUpdate(id);
    const { row, draft } = opened;
    if (row.state !== 'draft')
      throw reliefProblems.alreadySubmitted(await this.views.viewOf(opened, resident.accountId));
    if (version !== undefined && version !== row.version)
      throw reliefProblems.stale(await this.views.viewOf(opened, resident.accountId));
    const programmes = this.forBureaus(row.programmes);
    if (programmes.length === 0) throw reliefProblems.atTheStreet();
    const subject = await this.mayHandIn(resident, opened, programmes);
    const problems = notReady(programmes, draft.values, subject, this.clock.today());
    if (problems.length > 0) throw reliefProblems.incomplete(problems);
    const filings = filingsOf(catalogue, programmes, factsIn(draft.values));
    return this.views.viewOf(
      await this.handIn.all(opened, byBureau(filings), subject, resident.accountId),
      resident.accountId,
    );
  }

  /** What belongs to a bureau that is not connected stays: 这项现在到街道办理. */
  private forBureaus(programmes: readonly string[]): readonly string[] {
    return catalogue
      .filter(({ code, bureau }) => programmes.includes(code) && this.connected.has(bureau))
      .map(({ code }) => code);
  }

  private async mayHandIn(
    { accountId }: Resident,
    opened: OpenedApplication,
    programmes: readonly string[],
  ): Promise<Subject> {
    const subject = await this.whom.handsIn(accountId, opened.row);
    await this.handing.agreed(accountId, opened, programmes);
    return subject;
  }
}

function byBureau(filings: readonly Filing[]): ReadonlyMap<string, readonly Filing[]> {
  const cases = new Map<string, readonly Filing[]>();
  for (const filing of filings) cases.set(filing.bureau, [...(cases.get(filing.bureau) ?? []), filing]);
  return cases;
}
