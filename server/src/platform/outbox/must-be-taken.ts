import type { BureauAnswer } from '../bureau-http/bureau-answer';
import { OutboxHandler, type OutboxMessage } from './outbox-handler';

/**
 * A message its bureau may not refuse: a refusal is for a person. It counts as a failed try, so that it ends at /staff and
 * holds back what follows of the same order, instead of people standing where nobody expects them.
 */
export abstract class MustBeTaken extends OutboxHandler {
  async deliver(message: OutboxMessage): Promise<BureauAnswer> {
    const answer = await this.say(message);
    if (answer.kind !== 'rejected') return answer;
    return { kind: 'failed', answered: true, why: `rejected (${answer.code})` };
  }

  /** What it is about says itself where it stands. */
  async settled(): Promise<void> {}

  protected abstract say(message: OutboxMessage): Promise<BureauAnswer>;
}
