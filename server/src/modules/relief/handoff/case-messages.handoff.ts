import { Inject, Injectable, type Type } from '@nestjs/common';
import type { FiledCase, ReliefBureau } from '../../../bureaus/relief-bureau.port';
import { RELIEF_BUREAUS, type ReliefBureauEntry } from '../../../bureaus/relief-bureaus.port';
import type { BureauAnswer, FinalAnswer } from '../../../platform/bureau-http/bureau-answer';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { CaseAnswers } from './case-answers.service';
import type { ItemAdded, Withdrawn } from './dispatch';

/** One word about a case; every relief bureau understands it. */
abstract class CaseMessageHandler extends OutboxHandler {
  constructor(
    protected readonly bureau: ReliefBureau,
    protected readonly answers: CaseAnswers,
  ) {
    super();
  }
}

/** The first word about a case. */
class CaseFiled extends CaseMessageHandler {
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
class ItemWasAdded extends CaseMessageHandler {
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
class CaseWithdrawn extends CaseMessageHandler {
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

const HANDLERS: Readonly<Record<string, typeof CaseFiled>> = {
  'case-filed': CaseFiled,
  'item-added': ItemWasAdded,
  withdrawn: CaseWithdrawn,
};

/** One handler for each kind of word to each relief bureau: `<bureau>.case-filed`, `<bureau>.item-added` … */
export const caseMessageHandlers: readonly Type<OutboxHandler>[] = RELIEF_BUREAUS.flatMap((entry) =>
  Object.entries(HANDLERS).map(([event, handler]) => handlerFor(entry, event, handler)),
);

function handlerFor({ code, port }: ReliefBureauEntry, event: string, Handler: typeof CaseFiled): Type<OutboxHandler> {
  @Injectable()
  @HandlesTopic(`${code}.${event}`)
  class OfThisBureau extends Handler {
    constructor(@Inject(port) bureau: ReliefBureau, answers: CaseAnswers) {
      super(bureau, answers);
    }
  }
  return OfThisBureau;
}
