import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { MandateState } from '@jinmen/shared/residents/mandates';

/** 代办: somebody may do one matter for a person, up to a day. Names and numbers are whole. */
export interface Mandate {
  readonly id: string;
  readonly helperAccountId: string;
  readonly principal: {
    readonly personId: string;
    readonly name: string;
    readonly idNumber: string;
    readonly birth: CivilDate;
  };
  /** What may be asked for, and nothing else. */
  readonly programmes: readonly string[];
  readonly street: string;
  readonly until: CivilDate;
  readonly state: MandateState;
}

/** What an account is in a mandate at this moment. */
export type MandateRole = 'helper' | 'principal';

/** Who may act for whom. */
export abstract class Mandates {
  /**
   * None while the bureau has not confirmed the person. Inside a transaction what it says holds until the end: whoever
   * ends the mandate meanwhile waits.
   */
  abstract find(mandateId: string): Promise<Mandate | undefined>;

  /** `helper` while it is waiting or acting; `principal` always, on the account that reaches them. The one whose time is over is nobody. */
  abstract roleOf(accountId: string, mandateId: string): Promise<MandateRole | undefined>;

  /** Those in which the account has a role. */
  abstract openFor(accountId: string): Promise<readonly string[]>;

  /** Every one anybody ever had for this person, whatever became of it. */
  abstract ofPrincipal(personId: string): Promise<readonly string[]>;
}

/** Whoever uses mandates is told when one ends; a provider that extends it is found by itself. */
export abstract class MandateUse {
  /** Inside the transaction that ends it, with the mandate locked. */
  abstract ended(mandate: Mandate): Promise<void>;
}
