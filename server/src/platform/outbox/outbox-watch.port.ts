import type { OutboxMessage } from './outbox-handler';

/** What was carried, without what it said. */
export type Carried = Omit<OutboxMessage, 'payload'> & {
  /** Whose data it was, where its handler says that it was not whoever its order belongs to. */
  readonly accounts?: readonly string[];
};

/**
 * Wants to know what a bureau really got. A provider that extends it is found by itself and told once of each message
 * that its bureau answered, a refusal included, in the transaction that marks it: it writes rows and speaks to nobody. What
 * this house answered itself (`notSent`), because nothing was to leave any more, is no news.
 */
export abstract class OutboxWatch {
  abstract received(message: Carried): Promise<void>;
}
