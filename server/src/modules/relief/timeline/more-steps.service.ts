import type { TimelineStep } from '@jinmen/shared/applications/views';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import { Injectable } from '@nestjs/common';
import { UrgentHelp } from '../../urgent/urgent.port';
import type { OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { MoneyViews } from '../money/money-views.service';
import { Refusals } from '../refusals/refusals.service';
import type { CaseStory } from './case-story';
import { refusalSteps } from './refusal-steps';

/** What stands on the timeline and is no step of a single case. */
@Injectable()
export class MoreSteps {
  constructor(
    private readonly refusals: Refusals,
    private readonly money: MoneyViews,
    private readonly urgent: UrgentHelp,
    private readonly subjects: Subjects,
  ) {}

  async of(application: OpenedApplication, stories: readonly CaseStory[]): Promise<readonly TimelineStep[]> {
    const { id } = application.row;
    const holders = stories.map(({ opened, holder }) => ({ id: opened.row.id, holder }));
    const objections = refusalSteps(await this.refusals.objections(id, holders), stories);
    return [...objections, ...(await this.money.stepsOf(application)), ...(await this.helpFirst(application))];
  }

  /** 先行救助: help asked for at once by whoever waits for this application. */
  private async helpFirst({ row }: OpenedApplication): Promise<readonly TimelineStep[]> {
    const own = row.state === 'open' ? await this.subjects.ownAccountOf(row) : undefined;
    if (own === undefined) return [];
    return (await this.urgent.of(own)).filter(({ state }) => state !== 'over').flatMap(stepsOf);
  }
}

function stepsOf({ number, steps }: UrgentView): readonly TimelineStep[] {
  return steps.map(({ at, words }, index) => ({
    id: `${number}:${index}`,
    state: 'done',
    title: words,
    line: `急难求助 ${number}`,
    at,
  }));
}
