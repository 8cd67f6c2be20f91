import {
  type FollowUpAnswer,
  type FollowUpView,
  isGrief,
  type RatingView,
  type Score,
} from '@jinmen/shared/applications/feedback';
import { Injectable } from '@nestjs/common';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { ChangesRepository } from './changes.repository';
import { FeedbackRepository } from './feedback.repository';
import { moneyProblems } from './money-problems';

/** Asks how it went, once, and never where somebody died. */
@Injectable()
export class Feedback {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly feedback: FeedbackRepository,
    private readonly changes: ChangesRepository,
    private readonly notices: ApplicationNotices,
  ) {}

  /** Offered once every programme has its answer; what was said, or left out, is not asked again. */
  async ratingOf(opened: OpenedApplication, cases: readonly OpenedCase[]): Promise<RatingView | undefined> {
    const said = await this.feedback.ratingOf(opened.row.id);
    if (said) return said;
    return (await this.mayBeAsked(opened, cases)) ? { state: 'offered' } : undefined;
  }

  async followUpOf({ row }: OpenedApplication): Promise<FollowUpView | undefined> {
    const asked = await this.feedback.followUpOf(row.id);
    if (asked?.state === 'asked' && (await this.isInGrief(row))) return undefined;
    return asked;
  }

  /**
   * Inside the transaction of its idempotency key; without a score it is left out, which is kept as well.
   * @throws Problem 409 `rating.given`, and `rating.not-offered` before it is over and where somebody died.
   */
  async rate(id: string, score: Score | null, text: string | undefined): Promise<void> {
    const opened = await this.applications.getForUpdate(id);
    const view = await this.ratingOf(opened, await this.cases.casesOf(id));
    if (!view) throw moneyProblems.notOffered();
    if (view.state !== 'offered') throw moneyProblems.rated();
    await this.feedback.rate(id, score, text?.trim());
  }

  /** As `rate`, of the question some weeks later. */
  async answer(id: string, answer: FollowUpAnswer | null, text: string | undefined): Promise<void> {
    const opened = await this.applications.getForUpdate(id);
    const view = await this.followUpOf(opened);
    if (!view) throw moneyProblems.notOffered();
    if (view.state !== 'asked' || !(await this.feedback.answer(id, answer, text?.trim()))) throw moneyProblems.rated();
  }

  /** Inside a transaction: asks how they are, or spares whoever should not be asked; once, either way. */
  async askLater(id: string): Promise<void> {
    const opened = await this.applications.getForUpdate(id);
    if (await this.feedback.knowsFollowUpOf(id)) return;
    const asks = await this.mayBeAsked(opened, await this.cases.casesOf(id));
    await this.feedback.ask(id, asks ? 'asked' : 'spared');
    if (asks) await this.notices.post(opened.row, 'follow-up');
  }

  /** Over, with an answer of a bureau, and about nobody's death. */
  private async mayBeAsked({ row }: OpenedApplication, cases: readonly OpenedCase[]): Promise<boolean> {
    const answered = cases.some(({ file }) =>
      file.items.some(({ state }) => state === 'approved' || state === 'refused'),
    );
    return row.state === 'closed' && answered && !(await this.isInGrief(row));
  }

  private async isInGrief({ id, programmes }: OpenedApplication['row']): Promise<boolean> {
    return isGrief(programmes) || (await this.changes.tellsOfADeath(id));
  }
}
