import { DiscoveryService } from '@nestjs/core';
import type { BureauAnswer, FinalAnswer } from '../bureau-http/bureau-answer';
import type { Upstream } from '../config/bureau-address';

/** One word to a bureau, as its handler gets it. */
export interface OutboxMessage {
  /** Also the idempotency key at the bureau: the same for every try. */
  readonly id: string;
  readonly topic: string;
  readonly bureau: Upstream;
  /** Messages of one order reach the bureau in the order they were appended. */
  readonly order: string;
  readonly payload: unknown;
  readonly appendedAt: Date;
}

/** Carries the messages of one topic to their bureau. Registered by `@HandlesTopic` on the class. */
export abstract class OutboxHandler {
  /**
   * Speaks to the bureau; no transaction is open. May be called again with the same message, also after it succeeded.
   * What it throws counts as an answered failure: the message is at fault, not the line.
   */
  abstract deliver(message: OutboxMessage): Promise<BureauAnswer>;

  /** Says what the answer means for the case, in the transaction that marks the message. Called once that commits. */
  abstract settled(message: OutboxMessage, answer: FinalAnswer): Promise<void>;

  /**
   * The accounts whose data it carries, where that is not whoever its order belongs to: nobody else is shown that it went
   * out. In the transaction that marks it; by default nobody but the order's owner.
   */
  async whose(_message: OutboxMessage): Promise<readonly string[] | undefined> {
    return undefined;
  }

  /**
   * A person gave the message up, so nobody will answer it: says what that means for the case, in the transaction of
   * that decision. Nothing by default. What was to be said is not told: it may be what could not be read.
   */
  async skipped(_message: Omit<OutboxMessage, 'payload'>): Promise<void> {}
}

/** On an `OutboxHandler`: the topic it carries, `service.event` in the past tense. Two for one topic do not boot. */
export const HandlesTopic = DiscoveryService.createDecorator<string>();
