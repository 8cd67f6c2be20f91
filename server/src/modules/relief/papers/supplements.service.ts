import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import type { OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { reliefProblems } from '../problems';
import { askedIn, type PaperStand } from './paper-list';
import { paperMessages } from './paper-messages';
import { paperProblems } from './paper-problems';
import { PaperStands } from './paper-stands.service';
import { PapersRepository } from './papers.repository';

/** Papers that follow: promised, asked for, or taken again. */
@Injectable()
export class Supplements {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly papers: PapersRepository,
    private readonly stands: PaperStands,
    private readonly events: CaseEvents,
    private readonly dispatch: Dispatch,
    private readonly views: ApplicationViews,
    private readonly audit: Audit,
  ) {}

  /**
   * Inside the transaction of its idempotency key: hands over every photo that is not with the bureaus yet, of these
   * kinds or of all. What is on an office's list counts as there; whether it can be read is the office's to say.
   * @throws Problem 409 `application.not-submitted`, `paper.nothing-to-send`
   */
  async send(accountId: string, id: string, kinds?: readonly string[]): Promise<ApplicationView> {
    const all = await this.stands.findForUpdate(id);
    const { state } = all.application.row;
    if (state === 'draft') throw reliefProblems.notSubmitted();
    const kept = all.kept.filter(({ row: { kind } }) => kinds === undefined || kinds.includes(kind));
    const fresh = kept.filter(({ pages }) => pages.some(({ sentAt }) => sentAt === null));
    if (fresh.length === 0 || state !== 'open') throw paperProblems.nothingToSend();
    const stand = { ...all, kept: fresh };
    for (const opened of all.cases) await this.tell(stand, opened);
    const pages = fresh.flatMap((paper) => paper.pages.filter(({ sentAt }) => sentAt === null));
    await this.papers.markSent(pages.map((page) => page.id));
    await this.papers.keepPromises(
      id,
      fresh.map(({ row: { kind } }) => kind),
    );
    await this.audit.record({
      action: 'relief-paper.supplied',
      actor: { kind: 'resident', id: accountId },
      object: `relief-application:${id}`,
      facts: { papers: fresh.length, pages: pages.length },
    });
    await this.applications.touch(id);
    return this.views.find(id, accountId);
  }

  private async tell(stand: PaperStand, opened: OpenedCase): Promise<void> {
    const messages = paperMessages(stand, opened, ({ sentAt }) => sentAt === null);
    for (const message of messages) await this.dispatch.tell(opened, message);
    const brought = stand.kept.map(({ row: { kind } }) => kind);
    const names = askedIn([opened])
      .filter(({ kind, received }) => !received && brought.includes(kind))
      .map(({ name }) => name);
    if (names.length === 0) return;
    const word = { kind: 'papers-received', papers: names } as const;
    await this.events.happen(opened, { id: `papers-received:${randomUUID()}`, source: 'resident', word });
  }
}
