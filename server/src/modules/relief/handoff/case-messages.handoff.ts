import { Injectable } from '@nestjs/common';
import { DisabilityBenefits } from '../../../bureaus/disability-benefits/disability-benefits.port';
import type { FiledCase, ReliefBureau } from '../../../bureaus/relief-bureau.port';
import { SocialAssistance } from '../../../bureaus/social-assistance/social-assistance.port';
import type { BureauAnswer, FinalAnswer } from '../../../platform/bureau-http/bureau-answer';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { CaseAnswers } from './case-answers.service';
import type { CheckReported, ItemAdded, Withdrawn } from './dispatch';

/** The first word about a case. */
abstract class CaseFiled extends OutboxHandler {
  constructor(
    private readonly bureau: ReliefBureau,
    private readonly answers: CaseAnswers,
  ) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    return this.bureau.fileCase(id, payload as FiledCase);
  }

  settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    return this.answers.toFiling(message, answer);
  }

  override skipped(message: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.answers.none(message, 'filing-skipped');
  }
}

/** One more programme, let go by a result. */
abstract class ItemWasAdded extends OutboxHandler {
  constructor(
    private readonly bureau: ReliefBureau,
    private readonly answers: CaseAnswers,
  ) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    const { caseNo, item } = payload as ItemAdded;
    return this.bureau.addItem(id, caseNo, item);
  }

  settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    return this.answers.toMore(message, answer, 'item-rejected');
  }

  override skipped(message: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.answers.none(message, 'item-skipped');
  }
}

/** The resident took something back. */
abstract class CaseWithdrawn extends OutboxHandler {
  constructor(
    private readonly bureau: ReliefBureau,
    private readonly answers: CaseAnswers,
  ) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    const { caseNo, programmes } = payload as Withdrawn;
    return this.bureau.withdraw(id, caseNo, programmes);
  }

  settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    return this.answers.toMore(message, answer, 'withdrawal-rejected');
  }

  override skipped(message: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.answers.none(message, 'withdrawal-skipped');
  }
}

@Injectable()
@HandlesTopic('social-assistance.case-filed')
export class SocialAssistanceCaseFiled extends CaseFiled {
  constructor(bureau: SocialAssistance, answers: CaseAnswers) {
    super(bureau, answers);
  }
}

@Injectable()
@HandlesTopic('social-assistance.item-added')
export class SocialAssistanceItemAdded extends ItemWasAdded {
  constructor(bureau: SocialAssistance, answers: CaseAnswers) {
    super(bureau, answers);
  }
}

@Injectable()
@HandlesTopic('social-assistance.withdrawn')
export class SocialAssistanceWithdrawn extends CaseWithdrawn {
  constructor(bureau: SocialAssistance, answers: CaseAnswers) {
    super(bureau, answers);
  }
}

@Injectable()
@HandlesTopic('social-assistance.check-reported')
export class SocialAssistanceCheckReported extends OutboxHandler {
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

@Injectable()
@HandlesTopic('disability-benefits.case-filed')
export class DisabilityBenefitsCaseFiled extends CaseFiled {
  constructor(bureau: DisabilityBenefits, answers: CaseAnswers) {
    super(bureau, answers);
  }
}

@Injectable()
@HandlesTopic('disability-benefits.item-added')
export class DisabilityBenefitsItemAdded extends ItemWasAdded {
  constructor(bureau: DisabilityBenefits, answers: CaseAnswers) {
    super(bureau, answers);
  }
}

@Injectable()
@HandlesTopic('disability-benefits.withdrawn')
export class DisabilityBenefitsWithdrawn extends CaseWithdrawn {
  constructor(bureau: DisabilityBenefits, answers: CaseAnswers) {
    super(bureau, answers);
  }
}
