import { Inject, Injectable, Optional, type Type } from '@nestjs/common';
import type { MessageFile } from '../../../bureaus/common-messages/common-messages.port';
import type { FiledCase, ReliefBureau } from '../../../bureaus/relief-bureau.port';
import { RELIEF_BUREAUS, type ReliefBureauEntry } from '../../../bureaus/relief-bureaus.port';
import type { BureauAnswer, FinalAnswer } from '../../../platform/bureau-http/bureau-answer';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { Signers } from '../adults/signers.service';
import { CaseAnswers } from './case-answers.service';
import type { CaseTold, ItemAdded, Withdrawn } from './dispatch';
import { MessageFiles } from './message-files';

/** One word about a case; every relief bureau understands it. */
abstract class CaseMessageHandler extends OutboxHandler {
  constructor(
    protected readonly bureau: ReliefBureau,
    protected readonly answers: CaseAnswers,
    protected readonly signers: Signers,
    protected readonly files?: MessageFiles,
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

/** Something in common words. */
class CaseWasTold extends CaseMessageHandler {
  /** What a note of it not getting through is called. */
  protected readonly about: 'message' | 'authorisation' = 'message';

  async deliver({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    const { caseNo, message } = payload as CaseTold;
    const file = message.fileId === undefined ? undefined : await this.fileOf(message.fileId);
    return this.bureau.tell(id, caseNo, message, { at: appendedAt, ...(file && { file }) });
  }

  settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    const { type } = (message.payload as CaseTold).message;
    return this.answers.toMore(message, answer, `${this.about}-rejected`, { type });
  }

  /** Also of one that the version before wrote, under the topic of all the others. */
  override async whose({ payload }: OutboxMessage): Promise<readonly string[] | undefined> {
    const { message } = payload as CaseTold;
    return message.type === 'AUTHORISATION' ? this.signers.accountsOf(message.data.idNumber) : undefined;
  }

  override skipped(message: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.answers.none(message, `${this.about}-skipped`);
  }

  /** @throws Error when it is gone: a message about a paper that nobody has is a person's to give up. */
  private async fileOf(fileId: string): Promise<MessageFile> {
    const file = await this.files?.find(fileId);
    if (!file) throw new Error('the file of a message is gone');
    return file;
  }
}

/** How it stands with somebody's signature. Whose it is reads that it went out, and nobody they live with. */
class AuthorisationWasTold extends CaseWasTold {
  protected override readonly about = 'authorisation';
}

const HANDLERS: Readonly<Record<string, typeof CaseFiled>> = {
  'case-filed': CaseFiled,
  'item-added': ItemWasAdded,
  withdrawn: CaseWithdrawn,
  'case-message': CaseWasTold,
  'authorisation-told': AuthorisationWasTold,
};

/** One handler for each kind of word to each relief bureau: `<bureau>.case-filed`, `<bureau>.item-added` … */
export const caseMessageHandlers: readonly Type<OutboxHandler>[] = RELIEF_BUREAUS.flatMap((entry) =>
  Object.entries(HANDLERS).map(([event, handler]) => handlerFor(entry, event, handler)),
);

function handlerFor({ code, port }: ReliefBureauEntry, event: string, Handler: typeof CaseFiled): Type<OutboxHandler> {
  @Injectable()
  @HandlesTopic(`${code}.${event}`)
  class OfThisBureau extends Handler {
    constructor(
      @Inject(port) bureau: ReliefBureau,
      answers: CaseAnswers,
      signers: Signers,
      @Optional() files?: MessageFiles,
    ) {
      super(bureau, answers, signers, files);
    }
  }
  return OfThisBureau;
}
