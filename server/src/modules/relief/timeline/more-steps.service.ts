import type { TimelineStep } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { MoneyViews } from '../money/money-views.service';
import { Refusals } from '../refusals/refusals.service';
import type { CaseStory } from './case-story';
import { refusalSteps } from './refusal-steps';

/** The steps that come from a matter of its own and not from the life of a case. */
@Injectable()
export class MoreSteps {
  constructor(
    private readonly refusals: Refusals,
    private readonly money: MoneyViews,
  ) {}

  async of(application: OpenedApplication, stories: readonly CaseStory[]): Promise<readonly TimelineStep[]> {
    const holders = stories.map(({ opened, holder }) => ({ id: opened.row.id, holder }));
    const objections = await this.refusals.objections(application.row.id, holders);
    return [...refusalSteps(objections, stories), ...(await this.money.stepsOf(application))];
  }
}
