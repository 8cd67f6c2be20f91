import { OVER } from '@jinmen/shared/applications/case-machine';
import { vocabulary } from '@jinmen/shared/catalogue';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { CheckEvent, VerifiedFact } from '../../../bureaus/means-verification/means-verification.port';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { factLine } from '../handoff/filed-case';
import { reliefWords } from '../words';
import { HouseholdLook } from './household-look.service';
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
    private readonly look: HouseholdLook,
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
    const ended =
      event.kind === 'check-finished'
        ? await this.checks.end(check.id, 'finished', event.facts)
        : await this.checks.end(check.id, 'impossible');
    if (!ended) return false;
    const why = event.kind === 'check-impossible' ? event.why : undefined;
    if (await this.conclude(application, on, why)) await this.notices.post(application.row, 'application-progress');
    return true;
  }

  /** The bureau would not take the request. Whoever decides is told that the check could not be made. */
  async refuse(checkNo: string, why: string, on: CivilDate): Promise<void> {
    const check = await this.checks.find(checkNo);
    if (!check) return;
    const application = await this.applications.getForUpdate(check.applicationId);
    if (await this.checks.end(check.id, 'impossible')) await this.conclude(application, on, why);
  }

  /**
   * A result nobody could read came. Whoever decides is told once that there is none and goes on; one that can be read
   * is still taken when it comes.
   */
  async leaveToAPerson(checkNo: string, eventId: string, on: CivilDate): Promise<void> {
    const check = await this.checks.find(checkNo);
    if (!check) return;
    const application = await this.applications.getForUpdate(check.applicationId);
    const opened = await this.openCase(check);
    if (!opened || (await this.checks.find(checkNo))?.state !== 'asked') return;
    if (await this.checks.markUnreadable(checkNo)) {
      const why = reliefWords.checkNotMade;
      await this.dispatch.reportCheck(opened, { checkNo, on, outcome: 'impossible', facts: [], why });
    }
    const kind = 'check-unreadable';
    await this.events.note(opened, { id: `${kind}:${eventId}`, kind, detail: {} });
    await this.conclude(application, on);
  }

  /**
   * Once every check that could be asked has ended: what records have of the household goes to whoever decides, and is
   * looked at by the rules. False while one is still out, or nothing new came back. Inside a transaction.
   */
  async conclude(
    application: OpenedApplication,
    on: CivilDate,
    why: string = reliefWords.checkNotMade,
  ): Promise<boolean> {
    const checks = await this.checks.ofApplicationForUpdate(application.row.id);
    if (checks.some(({ state, unreadableAt }) => state === 'asked' && unreadableAt === null)) return false;
    const ended = checks.filter(({ state }) => state === 'finished' || state === 'impossible');
    const told = await this.toldOf(ended);
    const last = ended.filter(({ id }) => !told.has(id)).at(-1);
    if (!last) return false;
    const found = ended.some(({ state }) => state === 'finished');
    const facts = found ? await this.look.at(application, ended) : [];
    const lines = facts.map(({ fact, value, from }) => ({ ...factLine(fact, value), from }));
    const result = found
      ? ({ outcome: 'finished', facts: lines } as const)
      : ({ outcome: 'impossible', facts: [], why } as const);
    await this.tell(last, result, ended, on);
    return true;
  }

  /** To the bureau that decides, as long as there is something to decide; and onto the resident's timeline. */
  private async tell(
    check: MeansCheck,
    result: Omit<CheckResult, 'checkNo' | 'on'>,
    ended: readonly MeansCheck[],
    on: CivilDate,
  ): Promise<void> {
    const opened = await this.openCase(check);
    if (!opened) return;
    await this.dispatch.reportCheck(opened, { checkNo: check.id, on, ...result });
    const detail = { checks: ended.map(({ id }) => id) };
    await this.events.note(opened, { id: `check-ended:${check.id}`, kind: `check-${result.outcome}`, detail });
  }

  /** Those whoever decides was told of before. */
  private async toldOf(checks: readonly MeansCheck[]): Promise<ReadonlySet<string>> {
    const events = await this.cases.events([...new Set(checks.map(({ caseId }) => caseId))]);
    const notes = events.filter(({ kind }) => kind === 'check-finished' || kind === 'check-impossible');
    return new Set(notes.flatMap(({ detail }) => (Array.isArray(detail.checks) ? detail.checks.map(String) : [])));
  }

  private async openCase({ applicationId, caseId }: MeansCheck): Promise<OpenedCase | undefined> {
    const opened = (await this.cases.casesForUpdate(applicationId)).find(({ row }) => row.id === caseId);
    return opened && !OVER.includes(opened.file.state) ? opened : undefined;
  }
}

function mustBeReadable(facts: readonly VerifiedFact[], today: CivilDate): void {
  const values = Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
  const [problem] = factProblems(vocabulary.facts, values, today);
  if (problem) throw new BureauNonsense('means-verification', problem.fact);
}
