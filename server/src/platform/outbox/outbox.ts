import type { Upstream } from '../config/bureau-address';

export interface NewMessage {
  /** `service.event` in the past tense, e.g. `social-assistance.case-filed`. */
  readonly topic: string;
  readonly bureau: Upstream;
  /** Usually the case: its messages reach this bureau in the order they were appended. */
  readonly order: string;
  /** Everything the handler needs; sealed at rest and removed once the message has its answer. */
  readonly payload: object;
}

/** Every word to a bureau begins here, as a row of the transaction whose consequence it is. */
export abstract class Outbox {
  /**
   * Returns the message's id, which is also its idempotency key at the bureau. Delivery begins when the transaction
   * has committed.
   * @throws Error outside a transaction, or when no handler carries the topic.
   */
  abstract append(message: NewMessage): Promise<string>;
}
