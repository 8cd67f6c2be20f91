import { Inject, Injectable, type Type } from '@nestjs/common';
import { commonCaseIn, isCommonType } from '../../../bureaus/common-messages/common-messages.port';
import type { ReliefBureau } from '../../../bureaus/relief-bureau.port';
import { RELIEF_BUREAUS, type ReliefBureauEntry } from '../../../bureaus/relief-bureaus.port';
import type { BureauCode } from '../../../platform/config/bureau-address';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../../platform/inbox/callback-handler';
import { CaseNews } from './case-news.service';
import { CommonNews } from './common-news.service';

/** What a bureau says happened to a case. */
class CaseCallbacks extends CallbackHandler {
  constructor(
    private readonly code: BureauCode,
    private readonly bureau: ReliefBureau,
    private readonly news: CaseNews,
    private readonly commonNews: CommonNews,
  ) {
    super();
  }

  handle({ id, type, at, body }: CallbackEvent): Promise<CallbackOutcome> {
    if (isCommonType(type))
      return this.commonNews.take(this.code, { id, at, event: this.bureau.readCommonEvent(type, body) });
    return this.news.take(this.code, { id, at, event: this.bureau.readEvent(type, body) });
  }

  override async unreadable({ id, type, body }: CallbackEvent): Promise<void> {
    const caseNo = isCommonType(type) ? commonCaseIn(body) : this.bureau.caseIn(body);
    if (caseNo !== undefined) await this.news.leaveToAPerson(this.code, id, caseNo);
  }
}

/** One listener for each relief bureau. */
export const caseCallbacks: readonly Type<CallbackHandler>[] = RELIEF_BUREAUS.map(callbacksOf);

function callbacksOf({ code, port }: ReliefBureauEntry): Type<CallbackHandler> {
  @Injectable()
  @HandlesCallbacks(code)
  class OfThisBureau extends CaseCallbacks {
    constructor(@Inject(port) bureau: ReliefBureau, news: CaseNews, commonNews: CommonNews) {
      super(code, bureau, news, commonNews);
    }
  }
  return OfThisBureau;
}
