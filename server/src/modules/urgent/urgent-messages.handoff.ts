import { Injectable } from '@nestjs/common';
import { type UrgentCall, UrgentLine } from '../../bureaus/social-assistance/urgent/urgent-line.port';
import type { BureauAnswer, FinalAnswer } from '../../platform/bureau-http/bureau-answer';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { ASKED, REMINDED, type UrgentReminder } from './urgent-dispatch';
import { UrgentNewsService } from './urgent-news.service';

/** The word that somebody needs help. */
@Injectable()
@HandlesTopic(ASKED)
export class UrgentAsked extends OutboxHandler {
  constructor(
    private readonly line: UrgentLine,
    private readonly news: UrgentNewsService,
  ) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    return this.line.ask(id, payload as UrgentCall);
  }

  settled({ order }: OutboxMessage, answer: FinalAnswer): Promise<void> {
    return this.news.settled(order, answer.kind === 'rejected' ? 'undelivered' : 'arrived');
  }

  override skipped({ order }: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.news.settled(order, 'undelivered');
  }
}

/** The word that nobody has looked. What the bureau makes of it changes nothing here. */
@Injectable()
@HandlesTopic(REMINDED)
export class UrgentReminded extends OutboxHandler {
  constructor(private readonly line: UrgentLine) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    const { requestNo, at } = payload as UrgentReminder;
    return this.line.remind(id, requestNo, at);
  }

  async settled(): Promise<void> {
    // the request itself says where it stands
  }
}
