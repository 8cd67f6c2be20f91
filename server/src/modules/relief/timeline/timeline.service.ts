import type { TimelineView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository } from '../cases/cases.repository';
import { CaseClocks } from '../clocks/case-clocks.service';
import { handedInBy } from '../whom/handed-in-by';
import { timelineWords } from '../words';
import { CaseStories } from './case-stories.service';
import { type CaseStory, troubleOf } from './case-story';
import { MoreSteps } from './more-steps.service';
import { Silence } from './silence.service';
import { timelineSteps } from './timeline';

/** One timeline in front of all the cases of an application. */
@Injectable()
export class Timelines {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly stories: CaseStories,
    private readonly silence: Silence,
    private readonly clocks: CaseClocks,
    private readonly more: MoreSteps,
    private readonly subjects: Subjects,
  ) {}

  /** Of a draft: no steps yet. */
  async find(id: string): Promise<TimelineView> {
    const application = await this.applications.get(id);
    const { submittedAt, receiptNumber } = application.row;
    if (!submittedAt || !receiptNumber) return { steps: [] };
    const cases = await this.cases.casesOf(id);
    const stories = await this.stories.of(application, cases);
    const unread = stories.some((story) => troubleOf(story, ['news-unreadable']) && !isWithdrawn(story));
    const notice = unread ? timelineWords.notice.unreadable : await this.silence.about(id, cases);
    const more = await this.more.of(application, stories);
    const { today } = await this.clocks.reading();
    const by = handedInBy(await this.subjects.of(application.row));
    const handedIn = { id, submittedAt, receiptNumber, ...(by !== undefined && { by }) };
    const steps = timelineSteps(handedIn, stories, today, more);
    return { steps, ...(notice !== undefined && { notice }) };
  }
}

function isWithdrawn({ opened }: CaseStory): boolean {
  return opened.file.state === 'withdrawn';
}
