import type { IdentityAnswer, NamedNumber } from '../../bureaus/identity/identity.port';

/** What a colleague at a desk asks the identity bureau about somebody whose papers they were shown. */
export abstract class DeskQuestions {
  /** Whether the bureau has an address. */
  abstract readonly connected: boolean;

  /**
   * One question of this colleague about this person; none is counted that nobody answered. No answer is told sooner than any
   * other, so that how long it took says nothing.
   * @throws Problem 429 `identity.desk-too-many` when either has been asked too often today. Error while a transaction is open.
   */
  abstract ask(staffId: string, person: NamedNumber): Promise<IdentityAnswer>;
}
