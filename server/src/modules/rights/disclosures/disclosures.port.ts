import type { askedTopics } from './topics';

/** A question a bureau was asked at once, without the outbox, and answered. */
export interface AskedAtOnce {
  readonly accountId: string;
  readonly topic: keyof typeof askedTopics;
  readonly object: string;
}

/** Who got what of whom. */
export abstract class Disclosures {
  /** In the transaction that records the answer. */
  abstract asked(question: AskedAtOnce): Promise<void>;
}
