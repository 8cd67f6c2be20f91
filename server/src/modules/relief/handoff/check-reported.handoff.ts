import { Injectable } from '@nestjs/common';
import { SocialAssistance } from '../../../bureaus/social-assistance/social-assistance.port';
import type { BureauAnswer, FinalAnswer } from '../../../platform/bureau-http/bureau-answer';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { CaseAnswers } from './case-answers.service';
import type { CheckReported } from './dispatch';

/** What came of the look into income and property, to the one bureau that takes it. */
@Injectable()
@HandlesTopic('social-assistance.check-reported')
export class CheckWasReported extends OutboxHandler {
  constructor(
    private readonly bureau: SocialAssistance,
    private readonly answers: CaseAnswers,
  ) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    const { caseNo, result } = payload as CheckReported;
    return this.bureau.reportCheck(id, caseNo, result);
  }

  settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    return this.answers.toMore(message, answer, 'check-report-rejected');
  }

  override skipped(message: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.answers.none(message, 'check-report-skipped');
  }
}
