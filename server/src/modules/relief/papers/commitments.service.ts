import { type PaperPromise, wrongPromises } from '@jinmen/shared/applications/commitment';
import { commitmentText } from '@jinmen/shared/applications/commitment-text';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { ApplicationViews } from '../applications/application-views.service';
import { Dispatch } from '../handoff/dispatch';
import { needsIn, type PaperStand } from './paper-list';
import { commitmentMessage } from './paper-messages';
import { paperProblems } from './paper-problems';
import { PaperStands } from './paper-stands.service';
import { PapersRepository } from './papers.repository';

/** 容缺承诺单: one for all the papers that follow, signed and dated. Once it was handed in, more time is given once. */
@Injectable()
export class Commitments {
  constructor(
    private readonly papers: PapersRepository,
    private readonly stands: PaperStands,
    private readonly dispatch: Dispatch,
    private readonly views: ApplicationViews,
    private readonly audit: Audit,
  ) {}

  /**
   * Inside the transaction of its idempotency key. Of a draft it may be signed again, which takes the place of the one
   * before. @throws Problem 422 `commitment.wrong-day`, `commitment.may-not-follow`; 409 `commitment.extended`
   */
  async sign(accountId: string, id: string, promises: readonly PaperPromise[]): Promise<ApplicationView> {
    const stand = await this.stands.findForUpdate(id);
    const { state } = stand.application.row;
    if (state !== 'draft' && state !== 'open') throw paperProblems.over();
    const draft = state === 'draft';
    if (!draft) await this.mustBeExtensible(stand, promises);
    this.mustBePossible(stand, promises, draft);
    const said = this.saidOf(stand, promises);
    await this.papers.promise(id, promises, draft ? 'go' : 'stay');
    await this.papers.sign(id, draft ? 1 : 2, said);
    if (!draft) await this.tell(stand);
    const facts = { papers: promises.length, extended: !draft };
    const actor = { kind: 'resident', id: accountId } as const;
    await this.audit.record({ action: 'relief-commitment.signed', actor, object: `relief-application:${id}`, facts });
    return this.views.find(id, accountId);
  }

  private async tell(stand: PaperStand): Promise<void> {
    const [signed] = await this.papers.commitmentsOf(stand.application.row.id);
    if (!signed) return;
    for (const opened of stand.cases) {
      for (const message of commitmentMessage(signed, stand, opened)) await this.dispatch.tell(opened, message);
    }
  }

  private mustBePossible(stand: PaperStand, promises: readonly PaperPromise[], draft: boolean): void {
    const { today, limits } = this.stands;
    const wrong = wrongPromises(promises, today, addDays(today, draft ? limits.followDays : limits.extensionDays));
    if (wrong.length > 0) throw paperProblems.wrongPromises(wrong);
    const needs = needsIn(stand);
    const may = promises.every(({ kind }) => needs.some((need) => need.kind === kind && need.mayFollow));
    if (!may) throw paperProblems.mayNotFollow();
  }

  /** Only what was promised and is not there, and only once. */
  private async mustBeExtensible({ application, promises: known }: PaperStand, promises: readonly PaperPromise[]) {
    const [last] = await this.papers.commitmentsOf(application.row.id);
    if (last && last.number > 1) throw paperProblems.extendedAlready();
    const open = known.filter(({ keptAt }) => keptAt === null).map(({ kind }) => kind);
    if (!promises.every(({ kind }) => open.includes(kind))) throw paperProblems.mayNotFollow();
  }

  private saidOf(stand: PaperStand, promises: readonly PaperPromise[]) {
    const needs = needsIn(stand);
    const papers = promises.map(({ kind, by }) => ({
      kind,
      name: needs.find((need) => need.kind === kind)?.name ?? kind,
      by,
    }));
    return { papers, text: commitmentText(papers, this.stands.limits) };
  }
}
