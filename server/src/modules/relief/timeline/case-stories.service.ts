import { hukouOf } from '@jinmen/shared/applications/hukou';
import { Injectable } from '@nestjs/common';
import { Adults } from '../adults/adults.service';
import type { OpenedApplication } from '../applications/applications.repository';
import { itemViews } from '../applications/item-views';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { CaseClocks, programmesOf } from '../clocks/case-clocks.service';
import { LateViews } from '../clocks/late-views.service';
import { MoneyViews } from '../money/money-views.service';
import type { CaseStory } from './case-story';

/** The cases of an application with all that was said about them. */
@Injectable()
export class CaseStories {
  constructor(
    private readonly cases: CasesRepository,
    private readonly routes: Routes,
    private readonly adults: Adults,
    private readonly clocks: CaseClocks,
    private readonly late: LateViews,
    private readonly money: MoneyViews,
  ) {}

  async of(application: OpenedApplication, cases: readonly OpenedCase[]): Promise<readonly CaseStory[]> {
    const events = await this.cases.events(cases.map(({ row }) => row.id));
    const checkNeeds = await this.adults.needs(application);
    const late = await this.late.of(cases);
    const { calendar } = await this.clocks.reading();
    const stories = cases.map(async (opened) => ({
      opened,
      holder: this.routes.holderOf(opened),
      items: await this.money.itemsPaid(opened.row.id, itemViews(opened, cases)),
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
