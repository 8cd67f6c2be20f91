import { hukouOf } from '@jinmen/shared/applications/hukou';
import type { TimelineView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { Adults } from '../adults/adults.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { itemViews } from '../applications/item-views';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { CaseClocks, programmesOf } from '../clocks/case-clocks.service';
import { LateViews } from '../clocks/late-views.service';
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
    private readonly adults: Adults,
    private readonly silence: Silence,
    private readonly clocks: CaseClocks,
    private readonly late: LateViews,
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
    const steps = timelineSteps({ id, submittedAt, receiptNumber }, stories, (await this.clocks.reading()).today);
    return { steps, ...(notice !== undefined && { notice }) };
  }

  private async storiesOf(application: OpenedApplication, cases: readonly OpenedCase[]): Promise<CaseStory[]> {
    const events = await this.cases.events(cases.map(({ row }) => row.id));
    const checkNeeds = await this.adults.needs(application);
    const late = await this.late.of(cases);
    const { calendar } = await this.clocks.reading();
    const stories = cases.map(async (opened) => ({
      opened,
      holder: this.routes.holderOf(opened),
      items: itemViews(opened, cases),
      events: events.filter(({ caseId }) => caseId === opened.row.id),
      delegated: await this.clocks.decidesItself(opened),
      hukou: hukouOf(application.draft.values, programmesOf(opened)),
      calendar,
      late,
      ...(checkNeeds && { checkNeeds }),
    }));
    return Promise.all(stories);
  }
}
