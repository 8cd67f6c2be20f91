import { Injectable } from '@nestjs/common';
import { UrgentLine } from '../../bureaus/social-assistance/urgent/urgent-line.port';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../platform/inbox/callback-handler';
import { UrgentNewsService } from './urgent-news.service';

/** What the bureau says about urgent requests; what it says about cases goes to whoever keeps those. */
@Injectable()
@HandlesCallbacks({ bureau: 'social-assistance', family: 'JN' })
export class UrgentCallbacks extends CallbackHandler {
  constructor(
    private readonly line: UrgentLine,
    private readonly news: UrgentNewsService,
  ) {
    super();
  }

  handle({ type, at, body }: CallbackEvent): Promise<CallbackOutcome> {
    return this.news.take(this.line.readNews(type, body), at);
  }

  override async unreadable({ body }: CallbackEvent): Promise<void> {
    const id = this.line.requestIn(body);
    if (id !== undefined) await this.news.unreadable(id);
  }
}
