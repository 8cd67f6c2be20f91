import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Trouble } from './cases/troubles';

/** A case that stands longer than its clock allows. */
export interface OverdueCase {
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly bureau: string;
  /** Who holds it, by name. */
  readonly holder: string;
  /** Masked. */
  readonly applicant: string;
  /** The step that should have been done. */
  readonly step: string;
  readonly due: CivilDate;
  /** e.g. `30 个工作日`. */
  readonly clock: string;
  /** Who was told that it is late; nobody before the job came by. */
  readonly told?: 'office' | 'district';
  /** The day somebody said a word to the resident about it. */
  readonly answeredOn?: CivilDate;
}

/** A case that does not go on before a person sees to it. Nothing of it is the resident's fault. */
export interface StuckCase {
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly bureau: string;
  readonly holder: string;
  /** Masked. */
  readonly applicant: string;
  readonly why: Trouble;
  readonly since: string;
  /** It stands here for somebody's signature alone: whoever applied is not to learn of it. */
  readonly inConfidence: boolean;
}

/** A street or town as an office. */
export interface OfficeView {
  readonly code: string;
  readonly name: string;
}

/** Where what people of a street hand in goes, if not to the street itself. */
export interface ReliefRoute {
  readonly street: OfficeView;
  readonly office: OfficeView;
}

/** What the people at `/staff` look after. Whoever asks records it: nothing here is audited but a change. */
export abstract class ReliefOperations {
  /** The longest overdue first, of these offices (street codes) or of all. */
  abstract overdue(offices: readonly string[] | 'all'): Promise<readonly OverdueCase[]>;

  /** What waits longest first, of these offices or of all. */
  abstract stuck(offices: readonly string[] | 'all'): Promise<readonly StuckCase[]>;

  /** Only the streets whose applications go elsewhere. */
  abstract routes(): Promise<readonly ReliefRoute[]>;

  /**
   * From now on; what was handed in before stays where it is. Audited.
   * @throws Problem 400 `relief.unknown-street`
   */
  abstract setRoute(street: string, office: string, by: string, reason: string): Promise<void>;
}
