import type { CaseView, EvaluationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { Refusals, type ShownRefusals } from '../refusals/refusals.service';
import { CasePlaces } from '../routing/case-places.service';
import type { OpenedApplication } from './applications.repository';
import { itemViews } from './item-views';

/** What the bureaus have of an application, with what a refusal rests on and what can be done about it. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly routes: Routes,
    private readonly places: CasePlaces,
    private readonly refusals: Refusals,
  ) {}

  async of(
    application: OpenedApplication,
    cases: readonly OpenedCase[],
    evaluations: readonly EvaluationView[],
  ): Promise<ShownRefusals> {
    const views = await Promise.all(cases.map((each) => this.view(each, cases)));
    return this.refusals.shown(application, views, evaluations);
  }

  holderOf(opened: OpenedCase): string {
    return this.routes.holderOf(opened);
  }

  private async view(opened: OpenedCase, cases: readonly OpenedCase[]): Promise<CaseView> {
    const { row, file } = opened;
    return {
      id: row.id,
      bureau: row.bureau,
      holder: this.holderOf(opened),
      ...(await this.places.of(opened)),
      state: file.state,
      items: itemViews(opened, cases),
    };
  }
}
