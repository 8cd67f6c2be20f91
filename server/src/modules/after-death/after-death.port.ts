import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

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
