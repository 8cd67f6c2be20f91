import { factsIn } from '@jinmen/shared/applications/form';
import { foundNow } from '@jinmen/shared/applications/known-figures';
import { vocabulary } from '@jinmen/shared/catalogue';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import type { BureauCode } from '../../../platform/config/bureau-address';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Evaluations } from '../applications/evaluations.service';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository } from '../cases/cases.repository';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';
import { DisputesRepository } from './disputes.repository';

type DisputeAnswered = Extract<CommonEvent, { kind: 'dispute-answered' }>;
type Reopened = Extract<CommonEvent, { kind: 'reopened' }>;

/** What came of a dispute: the figure is put right beside what was found, or stays and why; a refusal is looked at again. */
@Injectable()
export class DisputeMatter extends CaseMatter {
  readonly kinds = ['dispute-answered', 'reopened'] as const;

  constructor(
    private readonly disputes: DisputesRepository,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly evaluations: Evaluations,
    private readonly notices: ApplicationNotices,
  ) {
    super();
  }

  async take(news: CommonNewsItem): Promise<CallbackOutcome> {
    const { event } = news;
    if (event.kind === 'dispute-answered') return this.answered(news, event);
    return event.kind === 'reopened' ? this.reopened(news, event) : 'not-applicable';
  }

  /** An answer to what nobody asked, or answered already, changes nothing. */
  private async answered(
    { application, opened, at }: CommonNewsItem,
    { disputeNo, answer }: DisputeAnswered,
  ): Promise<CallbackOutcome> {
    const { row } = application;
    const dispute = (await this.disputes.of(row.id)).find((each) => each.row.id === disputeNo);
    if (dispute?.row.caseId !== opened.row.id || dispute.row.state !== 'open') return 'not-applicable';
    if (answer.outcome === 'stays') {
      await this.disputes.answer(dispute, 'stays', { at: at.toISOString(), why: answer.why });
    } else {
      const { fact, value, from } = answer;
      const [problem] = factProblems(vocabulary.facts, { [fact]: value }, dayInShanghai(at.getTime()));
      if (problem || fact !== dispute.content.fact)
        throw new BureauNonsense(opened.row.bureau as BureauCode, problem?.fact ?? 'fact');
      await this.disputes.answer(dispute, 'corrected', { at: at.toISOString(), value, from });
      await this.evaluateAnew(application);
    }
    await this.notices.post(row, 'application-progress');
    return 'applied';
  }

  /** On what was found with what was put right in its place; the looks before it stay as they were. */
  private async evaluateAnew({ row, draft }: CommonNewsItem['application']): Promise<void> {
    const found = foundNow(await this.applications.evaluations(row.id));
    const programmes = (await this.cases.casesOf(row.id)).flatMap(({ items }) =>
      items.map(({ programme }) => programme),
    );
    await this.evaluations.keep(row.id, programmes, factsIn(draft.values), found);
  }

  private async reopened(
    { application: { row }, opened, id, at }: CommonNewsItem,
    { programme }: Reopened,
  ): Promise<CallbackOutcome> {
    const earlier = opened.items.find((item) => item.programme === programme)?.decision;
    const word = { kind: 'reopened', programme } as const;
    const beside = earlier && { earlier };
    const effect = await this.events.happen(opened, {
      id: `reopened:${id}`,
      at,
      source: 'bureau',
      word,
      ...(beside && { beside }),
    });
    if (!effect.applied) return 'not-applicable';
    await this.notices.post(row, 'application-progress');
    return 'applied';
  }
}
