import { OVER } from '@jinmen/shared/applications/case-machine';
import { factsIn } from '@jinmen/shared/applications/form';
import { vocabulary } from '@jinmen/shared/catalogue';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { CheckEvent, VerifiedFact } from '../../../bureaus/means-verification/means-verification.port';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Evaluations } from '../applications/evaluations.service';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { factLine } from '../handoff/filed-case';
import { reliefWords } from '../words';
import type { MeansCheck } from './means-check.entity';
import { MeansChecksRepository } from './means-checks.repository';

/** What came of a look into income and property. It never refuses anybody: it is shown to whoever decides. */
@Injectable()
export class MeansCheckResults {
  constructor(
    private readonly checks: MeansChecksRepository,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly evaluations: Evaluations,
    private readonly dispatch: Dispatch,
    private readonly notices: ApplicationNotices,
  ) {}

  /**
   * Takes a result once; false when there is no such check, or it has ended. Inside a transaction.
   * @throws BureauNonsense for a value the vocabulary cannot take: a person is asked.
   */
  async take(event: CheckEvent, at: Date): Promise<boolean> {
    const check = await this.checks.find(event.checkNo);
    if (!check) return false;
    const application = await this.applications.getForUpdate(check.applicationId);
    const on = dayInShanghai(at.getTime());
    if (event.kind === 'check-finished') mustBeReadable(event.facts, on);
    const impossible = event.kind === 'check-impossible';
    if (!(await this.checks.end(check.id, impossible ? 'impossible' : 'finished'))) return false;
    if (impossible) await this.tell(check, { outcome: 'impossible', facts: [], why: event.why }, on);
    else await this.finish(application, check, event.facts, on);
    await this.notices.post(application.row, 'application-progress');
    return true;
  }

  /** The bureau would not take the request. Whoever decides is told that the check could not be made. */
  async refuse(checkNo: string, why: string, on: CivilDate): Promise<void> {
    const check = await this.checks.find(checkNo);
    if (!check) return;
    await this.applications.getForUpdate(check.applicationId);
    if (await this.checks.end(check.id, 'impossible'))
      await this.tell(check, { outcome: 'impossible', facts: [], why }, on);
  }

  /**
   * A result nobody could read came. Whoever decides is told once that there is none and goes on; one that can be read
   * is still taken when it comes.
   */
  async leaveToAPerson(checkNo: string, eventId: string, on: CivilDate): Promise<void> {
    const check = await this.checks.find(checkNo);
    if (!check) return;
    const { row } = await this.applications.getForUpdate(check.applicationId);
    const opened = (await this.cases.casesForUpdate(row.id)).find(({ row: { id } }) => id === check.caseId);
    if (!opened || OVER.includes(opened.file.state) || (await this.checks.find(checkNo))?.state !== 'asked') return;
    const kind = 'check-unreadable';
    if (!(await this.cases.hasNote(check.caseId, [kind]))) {
      const why = reliefWords.checkNotMade;
      await this.dispatch.reportCheck(opened, { checkNo, on, outcome: 'impossible', facts: [], why });
    }
    await this.events.note(opened, { id: `${kind}:${eventId}`, kind, detail: {} });
  }

  private async finish(
    { row, draft }: OpenedApplication,
    check: MeansCheck,
    facts: readonly VerifiedFact[],
    on: CivilDate,
  ) {
    const verified = Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
    const programmes = (await this.cases.casesOf(row.id)).flatMap(({ items }) =>
      items.map(({ programme }) => programme),
    );
    await this.evaluations.keep(row.id, programmes, { ...factsIn(draft.values), ...verified }, facts);
    const lines = facts.map(({ fact, value, from }) => ({ ...factLine(fact, value), from }));
    await this.tell(check, { outcome: 'finished', facts: lines }, on);
  }

  /** To the bureau that decides, as long as there is something to decide; and onto the resident's timeline. */
  private async tell(
    { id, applicationId, caseId }: MeansCheck,
    result: Omit<CheckResult, 'checkNo' | 'on'>,
    on: CivilDate,
  ) {
    const opened = (await this.cases.casesForUpdate(applicationId)).find(({ row }) => row.id === caseId);
    if (!opened || OVER.includes(opened.file.state)) return;
    await this.dispatch.reportCheck(opened, { checkNo: id, on, ...result });
    await this.events.note(opened, { id: `check-ended:${id}`, kind: `check-${result.outcome}`, detail: {} });
  }
}

function mustBeReadable(facts: readonly VerifiedFact[], today: CivilDate): void {
  const values = Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
  const [problem] = factProblems(vocabulary.facts, values, today);
  if (problem) throw new BureauNonsense('means-verification', problem.fact);
}
