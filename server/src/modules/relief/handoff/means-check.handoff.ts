import { Injectable } from '@nestjs/common';
import { MeansVerification } from '../../../bureaus/means-verification/means-verification.port';
import { type BureauAnswer, type FinalAnswer, notSent } from '../../../platform/bureau-http/bureau-answer';
import { Clock } from '../../../platform/clock';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../../platform/inbox/callback-handler';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { Signers } from '../adults/signers.service';
import { MeansCheckResults } from '../checks/means-check-results.service';
import { MeansChecksRepository } from '../checks/means-checks.repository';
import { reliefWords } from '../words';
import type { CheckRequested } from './dispatch';

const NOT_WANTED = notSent('not-wanted');

@Injectable()
@HandlesTopic('means-verification.check-requested')
export class MeansCheckRequested extends OutboxHandler {
  constructor(
    private readonly bureau: MeansVerification,
    private readonly results: MeansCheckResults,
    private readonly checks: MeansChecksRepository,
    private readonly signers: Signers,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Asked when it leaves, not when it was written: whoever took their signature back meanwhile is not looked up. */
  async deliver({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    const { checkNo, authorisationNo, person } = payload as CheckRequested;
    if ((await this.checks.find(checkNo))?.state !== 'asked') return NOT_WANTED;
    return this.bureau.requestCheck(id, { checkNo, authorisationNo, person }, appendedAt);
  }

  override whose({ order }: OutboxMessage): Promise<readonly string[] | undefined> {
    return this.signers.ofCheck(order);
  }

  /** Its result comes as a callback. Where it will not be made, whoever decides is told, and goes on without. */
  async settled({ order }: OutboxMessage, answer: FinalAnswer): Promise<void> {
    if (answer.kind === 'rejected') await this.results.refuse(order, reliefWords.checkNotMade, this.clock.today());
  }

  override skipped({ order }: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.results.refuse(order, reliefWords.checkNotMade, this.clock.today());
  }
}

@Injectable()
@HandlesTopic('means-verification.check-cancelled')
export class MeansCheckCancelled extends OutboxHandler {
  constructor(
    private readonly bureau: MeansVerification,
    private readonly signers: Signers,
  ) {
    super();
  }

  deliver({ id, order, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.bureau.cancel(id, order, appendedAt);
  }

  override whose({ order }: OutboxMessage): Promise<readonly string[] | undefined> {
    return this.signers.ofCheck(order);
  }

  /** It ended here when the resident took it back, whatever they answer. */
  settled(): Promise<void> {
    return Promise.resolve();
  }
}

/** Results of means checks. */
@Injectable()
@HandlesCallbacks('means-verification')
export class MeansCheckCallbacks extends CallbackHandler {
  constructor(
    private readonly bureau: MeansVerification,
    private readonly results: MeansCheckResults,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ type, at, body }: CallbackEvent): Promise<CallbackOutcome> {
    const taken = await this.results.take(this.bureau.readEvent(type, body), at);
    return taken ? 'applied' : 'not-applicable';
  }

  override async unreadable({ id, body }: CallbackEvent): Promise<void> {
    const checkNo = this.bureau.checkIn(body);
    if (checkNo !== undefined) await this.results.leaveToAPerson(checkNo, id, this.clock.today());
  }
}
