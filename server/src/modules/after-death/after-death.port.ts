import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { StoppedWhat } from './stops-at-death.port';

/** A death the registry of deaths has verified. */
export interface VerifiedDeath {
  /** The number of the paper it stands on. */
  readonly certificate: string;
  readonly person: { readonly name: string; readonly idNumber: string };
  readonly died: CivilDate;
}

/**
 * Wants to know of verified deaths, for what ends with them (身后一事联动). A provider that extends it is found by itself
 * and told inside the transaction of the registry's message: it writes rows and speaks to nobody outside. The registry
 * may say the same death again.
 */
export abstract class DeathsVerified {
  /** Whether that is somebody known here. */
  abstract verified(death: VerifiedDeath): Promise<boolean>;
}

/** What was done about one thing the dead had going on. `by-hand`: a person has to see to it. */
export interface DeathEffectView {
  readonly id: string;
  readonly what: StoppedWhat | 'survivor';
  readonly state: 'stopped' | 'by-hand' | 'restored' | 'to-do-again' | 'told';
  /** Which of its kind. */
  readonly which?: string;
  readonly at: string;
}

export interface DeathView {
  readonly id: string;
  /** Masked. */
  readonly name: string;
  readonly died: CivilDate;
  readonly certificate: string;
  readonly at: string;
  readonly state: 'standing' | 'withdrawn';
  /** Everything that was found has been dealt with. */
  readonly settled: boolean;
  readonly withdrawnAt?: string;
  readonly why?: string;
  readonly effects: readonly DeathEffectView[];
}

/** The links as staff see them. Every look and every act is audited. */
export abstract class AfterDeathDesk {
  /** The newest first. */
  abstract list(staffId: string): Promise<readonly DeathView[]>;

  /**
   * The death was none: messages arrive again, what can come back comes back, and the person is told what else to do.
   * @throws Problem 404 `after-death.unknown`
   */
  abstract withdraw(staffId: string, id: string, reason: string): Promise<void>;
}

/** What a person who is alive reads about what was stopped by mistake: each kind of thing once. */
export interface StoppedByMistake {
  readonly items: readonly StoppedLine[];
}

export interface StoppedLine {
  readonly what: StoppedWhat;
  readonly restored: boolean;
  /** Which of them, where that says something. */
  readonly which: readonly string[];
  readonly how: string;
}
