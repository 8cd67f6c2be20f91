import { Injectable } from '@nestjs/common';
import { MarriageRegistry } from '../../bureaus/marriage-registry/marriage-registry.port';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { MustBeTaken } from '../../platform/outbox/must-be-taken';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { type AppointmentTold, type DeskAnswered, type ReviewAsked, type TimeTold, timeOf } from './registry-messages';

@Injectable()
abstract class BookingMessage extends MustBeTaken {
  constructor(protected readonly registry: MarriageRegistry) {
    super();
  }
}

@Injectable()
@HandlesTopic('marriage-registration.confirmed')
export class BookingConfirmed extends BookingMessage {
  protected say({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    const told = payload as AppointmentTold;
    return this.registry.confirm(id, { ...told, ...timeOf(told) }, appendedAt);
  }
}

@Injectable()
@HandlesTopic('marriage-registration.moved')
export class BookingMoved extends BookingMessage {
  protected say({ id, order, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.registry.move(id, order, timeOf(payload as TimeTold), appendedAt);
  }
}

@Injectable()
@HandlesTopic('marriage-registration.cancelled')
export class BookingCancelled extends BookingMessage {
  protected say({ id, order, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.registry.cancel(id, order, appendedAt);
  }
}

@Injectable()
@HandlesTopic('marriage-registration.suspended')
export class BookingSuspended extends BookingMessage {
  protected say({ id, order, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.registry.suspend(id, order, appendedAt);
  }
}

/** What the registry makes of the question comes later, as a callback. */
@Injectable()
@HandlesTopic('marriage-registration.review-asked')
export class ReviewAskedMessage extends OutboxHandler {
  constructor(private readonly registry: MarriageRegistry) {
    super();
  }

  deliver({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.registry.review(id, payload as ReviewAsked, appendedAt);
  }

  async settled(): Promise<void> {
    // not made: the counter looks itself, as it always does (条例 第十条)
  }
}

/** What the person at the counter hears. */
@Injectable()
@HandlesTopic('marriage-registration.desk-answered')
export class DeskAnsweredMessage extends OutboxHandler {
  constructor(private readonly registry: MarriageRegistry) {
    super();
  }

  deliver({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.registry.answerDesk(id, payload as DeskAnswered, appendedAt);
  }

  async settled(): Promise<void> {
    // said, or the question is no longer there
  }
}
