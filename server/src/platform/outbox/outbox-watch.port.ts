import type { OutboxMessage } from './outbox-handler';

/**
 * Wants to know what a bureau really got. A provider that extends it is found by itself and told once of each message
 * that was answered, a refusal included, in the transaction that marks it: it writes rows and speaks to nobody.
 */
export abstract class OutboxWatch {
  abstract received(message: Omit<OutboxMessage, 'payload'>): Promise<void>;
}
