import { Injectable } from '@nestjs/common';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationNotices } from '../applications/application-notices.service';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';
import { PayeesRepository } from './payees.repository';

/** Takes what a bureau found of an account. */
@Injectable()
export class PayeeCheckedMatter extends CaseMatter {
  readonly kinds = ['payee-checked'] as const;

  constructor(
    private readonly payees: PayeesRepository,
    private readonly notices: ApplicationNotices,
  ) {
    super();
  }

  /**
   * Of an account that was changed since, nothing is worth knowing. The newest look counts, by the bureau's clock; one
   * that found out nothing undoes none that did, and stops nothing.
   */
  async take({ application, event, at }: CommonNewsItem): Promise<CallbackOutcome> {
    if (event.kind !== 'payee-checked') return 'not-applicable';
    const kept = await this.payees.find(application.row.id);
    if (kept?.row.id !== event.payeeNo || kept.choice.way !== 'account') return 'not-applicable';
    const { state, checkedAt } = kept.row;
    if (checkedAt !== null && at < checkedAt) return 'not-applicable';
    if (event.result === 'unknown' && state !== 'asked' && state !== 'none') return 'not-applicable';
    await this.payees.setState(kept.row.id, event.result, at);
    const needsThem = event.result === 'mismatch' || event.result === 'frozen';
    if (needsThem && state !== event.result) await this.notices.post(application.row, 'payee');
    return 'applied';
  }
}
