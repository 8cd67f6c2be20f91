import { randomUUID } from 'node:crypto';
import { REMINDER_DAYS, reminderStep } from '@jinmen/shared/applications/commitment';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { Jobs } from '../../../platform/jobs/jobs';
import { ApplicationNotices } from '../applications/application-notices.service';
import { CaseEvents } from '../cases/case-events.service';
import type { PaperPromiseRow } from './paper.entity';
import { needsIn, type PaperStand } from './paper-list';
import { isForCase } from './paper-messages';
import { PaperStands } from './paper-stands.service';
import { PapersRepository } from './papers.repository';

const EVERY_MS = 10 * 60_000;

/**
 * Reminds of what was promised three days, one day and no day before, each once for a day, over restarts and several
 * servers: the row that says so stands in the transaction of the message. What is missed refuses nobody: the case says
 * what is missing, and the office is told to ask.
 */
@Injectable()
export class PromiseReminders implements OnModuleInit {
  private readonly logger = new Logger('PromiseReminders');

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly papers: PapersRepository,
    private readonly stands: PaperStands,
    private readonly events: CaseEvents,
    private readonly notices: ApplicationNotices,
  ) {}

  onModuleInit(): void {
    this.jobs.every('promise-reminders', EVERY_MS, () => this.look(), { alone: true });
  }

  async look(): Promise<void> {
    const until = addDays(this.stands.today, REMINDER_DAYS[0]);
    const due = await this.papers.applicationsWithPromisesUntil(until);
    await eachApart(due, (id) => this.transactions.run(() => this.remind(id)), this.logger);
  }

  private async remind(id: string): Promise<void> {
    const stand = await this.stands.findForUpdate(id);
    const { application } = stand;
    if (application.row.state !== 'open') return;
    const open = stand.promises.filter(({ keptAt, missedAt }) => keptAt === null && missedAt === null);
    for (const day of new Set(open.map(({ dueDay }) => dueDay))) {
      const step = reminderStep(day, this.stands.today);
      if (step === undefined || !(await this.papers.remind(id, day, String(step)))) continue;
      if (step === 'missed')
        await this.miss(
          stand,
          open.filter(({ dueDay }) => dueDay === day),
        );
      else await this.notices.post(application.row, 'paper-due');
    }
  }

  private async miss(stand: PaperStand, promises: readonly PaperPromiseRow[]): Promise<void> {
    await this.papers.missPromises(promises.map(({ id }) => id));
    const by = addDays(this.stands.today, this.stands.limits.extensionDays);
    for (const opened of stand.cases) {
      const names = this.namesFor(stand, opened, promises);
      if (names.length > 0) await this.ask(opened, names, by);
    }
    await this.notices.post(stand.application.row, 'paper-requested');
  }

  private namesFor(stand: PaperStand, opened: PaperStand['cases'][number], promises: readonly PaperPromiseRow[]) {
    return needsIn(stand)
      .filter((need) => promises.some(({ kind }) => kind === need.kind) && isForCase(opened, need, stand.cases))
      .map(({ name }) => name);
  }

  /** Where the case is past asking, nothing happens: whoever decides has what they need. */
  private async ask(opened: PaperStand['cases'][number], papers: readonly string[], by: CivilDate): Promise<void> {
    const word = { kind: 'papers-requested', papers, by } as const;
    const effect = await this.events.happen(opened, { id: `papers-missed:${randomUUID()}`, source: 'system', word });
    const kind = 'papers-missed';
    if (effect.applied)
      await this.events.note(opened, { id: `${kind}-note:${randomUUID()}`, kind, detail: { papers } });
  }
}
