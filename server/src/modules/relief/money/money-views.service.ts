import type { ApplicationView, CaseItemView, CaseView, TimelineStep } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import { changeSteps } from '../timeline/money-steps';
import { reliefWords } from '../words';
import { ChangesRepository } from './changes.repository';
import { Feedback } from './feedback.service';
import { PayeeViews } from './payee-views.service';
import { PayeesRepository } from './payees.repository';
import { PaymentStories, type Payments } from './payments.service';

/** What an application shows of money and of what came after the decision. */
@Injectable()
export class MoneyViews {
  constructor(
    private readonly payeeViews: PayeeViews,
    private readonly payees: PayeesRepository,
    private readonly stories: PaymentStories,
    private readonly changes: ChangesRepository,
    private readonly feedback: Feedback,
  ) {}

  /** The view with this matter's parts. */
  async added(
    view: ApplicationView,
    opened: OpenedApplication,
    cases: readonly OpenedCase[],
  ): Promise<ApplicationView> {
    const payments = await this.stories.of(cases);
    const payee = await this.payeeViews.of(opened, cases, payments);
    const changes = await this.changes.of(opened.row.id);
    const rating = await this.feedback.ratingOf(opened, cases);
    const followUp = await this.feedback.followUpOf(opened);
    return {
      ...view,
      cases: view.cases.map((each) => paid(each, payments)),
      ...(payee.for.length > 0 && { payee }),
      ...(changes.length > 0 && { changes }),
      ...(rating && { rating }),
      ...(followUp && { followUp }),
    };
  }

  async itemsPaid(caseId: string, items: readonly CaseItemView[]): Promise<readonly CaseItemView[]> {
    const payments = await this.stories.of([{ row: { id: caseId } }]);
    return items.map((item) => withPayments(caseId, item, payments));
  }

  async stepsOf({ row }: OpenedApplication): Promise<readonly TimelineStep[]> {
    return changeSteps(row.id, await this.changes.of(row.id));
  }

  /** For the list: that something is paid now, once everything is decided. */
  async nowOf({ row }: OpenedApplication, cases: readonly OpenedCase[]): Promise<string | undefined> {
    if (row.state !== 'closed') return undefined;
    const payments = await this.stories.of(cases);
    return cases.some((each) => payments.runs(each)) ? reliefWords.now.paying : undefined;
  }

  /** An account that cannot be paid to waits for whoever gave it. */
  async waitsForYou({ row }: OpenedApplication): Promise<boolean> {
    if (row.state !== 'open' && row.state !== 'closed') return false;
    const kept = await this.payees.find(row.id);
    return kept?.row.state === 'mismatch' || kept?.row.state === 'frozen';
  }
}

function paid(view: CaseView, payments: Payments): CaseView {
  const items = view.items.map((item) => withPayments(view.id, item, payments));
  const over = view.state === 'decided' || view.state === 'closed';
  const pays = over && items.some((item) => item.payments?.state === 'paying');
  return { ...view, items, ...(pays && { state: 'paying' as const }) };
}

function withPayments(caseId: string, item: CaseItemView, payments: Payments): CaseItemView {
  const view = payments.of(caseId, item.programme);
  return view ? { ...item, payments: view } : item;
}
