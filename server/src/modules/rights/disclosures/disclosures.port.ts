/** A question a bureau was asked at once, without the outbox, and answered. */
export interface AskedAtOnce {
  readonly accountId: string;
  readonly bureau: 'identity';
  readonly topic: string;
  readonly object: string;
  readonly matter: string;
  readonly what: string;
}

/** Who got what of whom. */
export abstract class Disclosures {
  /** In the transaction that records the answer. */
  abstract asked(question: AskedAtOnce): Promise<void>;
}
