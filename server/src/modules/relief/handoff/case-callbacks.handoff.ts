import { Injectable } from '@nestjs/common';
import { DisabilityBenefits } from '../../../bureaus/disability-benefits/disability-benefits.port';
import type { ReliefBureau } from '../../../bureaus/relief-bureau.port';
import { SocialAssistance } from '../../../bureaus/social-assistance/social-assistance.port';
import type { BureauCode } from '../../../platform/config/bureau-address';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../../platform/inbox/callback-handler';
import { CaseNews } from './case-news.service';

/** What a bureau says happened to a case. */
abstract class CaseCallbacks extends CallbackHandler {
  constructor(
    private readonly code: BureauCode,
    private readonly bureau: ReliefBureau,
    private readonly news: CaseNews,
  ) {
    super();
  }

  handle({ id, type, at, body }: CallbackEvent): Promise<CallbackOutcome> {
    return this.news.take(this.code, { id, at, event: this.bureau.readEvent(type, body) });
  }

  override async unreadable({ id, body }: CallbackEvent): Promise<void> {
    const caseNo = this.bureau.caseIn(body);
    if (caseNo !== undefined) await this.news.leaveToAPerson(this.code, id, caseNo);
  }
}

@Injectable()
@HandlesCallbacks('social-assistance')
export class SocialAssistanceCallbacks extends CaseCallbacks {
  constructor(bureau: SocialAssistance, news: CaseNews) {
    super('social-assistance', bureau, news);
  }
}

@Injectable()
@HandlesCallbacks('disability-benefits')
export class DisabilityBenefitsCallbacks extends CaseCallbacks {
  constructor(bureau: DisabilityBenefits, news: CaseNews) {
    super('disability-benefits', bureau, news);
  }
}
