import { Injectable } from '@nestjs/common';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationNotices } from '../applications/application-notices.service';
import { CaseEvents } from '../cases/case-events.service';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';
import { isMoneyKind, MONEY_EVENTS, wordOf } from './money-events';
import { PaymentStories } from './payments.service';

/** Takes what a bureau says of money: a plan, a payment, another sum, an end, the next look again. */
@Injectable()
export class MoneyNewsMatter extends CaseMatter {
  readonly kinds = MONEY_EVENTS;

  constructor(
    private readonly stories: PaymentStories,
    private readonly events: CaseEvents,
    private readonly notices: ApplicationNotices,
  ) {
    super();
  }

  /**
   * Of what is still in hand the decision is on its way: too early. Of what was refused or taken back nothing is paid
   * here. A payment that contradicts what was said before is kept, not shown, and left to a person.
   */
  async take({ application, opened, event, id, at }: CommonNewsItem): Promise<CallbackOutcome> {
    if (!isMoneyKind(event.kind) || !('programme' in event)) return 'not-applicable';
    const { kind, programme, caseNo, ...said } = event;
    const item = opened.file.items.find((each) => each.programme === programme);
    if (item?.state === 'in-hand' || item?.state === 'held-back') return 'too-early';
    if (item?.state !== 'approved') return 'not-applicable';
    const word = wordOf(kind, said, { id, at: at.toISOString() });
    const { doubtful } = await this.stories.withWord(opened.row.id, programme, word);
    if (doubtful.includes(id)) {
      await this.events.note(opened, { id: `payment-doubtful:${id}`, kind: 'payment-doubtful', detail: { programme } });
    } else await this.notices.post(application.row, 'payment');
    return 'applied';
  }
}
