import type { TimelineView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { itemViews } from '../applications/item-views';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { CheckReadiness } from '../checks/check-readiness.service';
import { timelineWords } from '../words';
import { type CaseStory, isOver, troubleOf } from './case-story';
import { Silence } from './silence.service';
import { timelineSteps } from './timeline';

/** One timeline in front of all the cases of an application. */
@Injectable()
export class Timelines {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly routes: Routes,
    private readonly readiness: CheckReadiness,
    private readonly silence: Silence,
    private readonly clock: Clock,
  ) {}

  /** Of a draft: no steps yet. */
  async find(id: string): Promise<TimelineView> {
    const application = await this.applications.get(id);
    const { submittedAt, receiptNumber } = application.row;
    if (!submittedAt || !receiptNumber) return { steps: [] };
    const cases = await this.cases.casesOf(id);
    const stories = await this.storiesOf(application, cases);
    const unread = stories.some((story) => troubleOf(story, ['news-unreadable']) && !isOver(story));
    const notice = unread ? timelineWords.notice.unreadable : await this.silence.about(id, cases);
    const steps = timelineSteps({ id, submittedAt, receiptNumber }, stories, this.clock.today());
    return { steps, ...(notice !== undefined && { notice }) };
  }

  private async storiesOf(application: OpenedApplication, cases: readonly OpenedCase[]): Promise<CaseStory[]> {
    const events = await this.cases.events(cases.map(({ row }) => row.id));
    const { kind } = await this.readiness.of(application);
    const needs = kind === 'signature' || kind === 'more-signatures' ? { checkNeeds: kind } : {};
    return cases.map((opened) => ({
      opened,
      holder: this.routes.office(opened.row.officeCode).name,
      items: itemViews(opened, cases),
      events: events.filter(({ caseId }) => caseId === opened.row.id),
      delegated: this.routes.decidesItself({ code: opened.row.officeCode }),
      ...needs,
    }));
  }
}
