import { notSent } from '../../platform/bureau-http/bureau-answer';
import type { OutboxMessage } from '../../platform/outbox/outbox-handler';

/** A message that comes days late tells nobody anything; the inbox has long shown it. */
const WORTH_SENDING_MS = 24 * 3_600_000;

export const TOO_LATE = notSent('too-late');

export function tooLate({ appendedAt }: OutboxMessage, now: Date): boolean {
  return now.getTime() - appendedAt.getTime() > WORTH_SENDING_MS;
}
