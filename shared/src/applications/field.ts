import type { FactValue } from '../facts/fact';

/** Somebody who lives with the applicant. The number is masked in what the server sends back; sent back masked it means unchanged. */
export interface HouseholdMember {
  /** Made by the phone, so that two phones speak of the same person. */
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly relation: 'spouse' | 'child' | 'parent' | 'grandparent' | 'grandchild' | 'sibling' | 'other';
}

/** What one field of an application may hold; `null` = 不清楚 (facts only). */
export type FieldValue = FactValue | null | readonly HouseholdMember[];

/**
 * By field name: `applicant.phone`, `applicant.street` (code of `places`), `applicant.address`,
 * `applicant.hukouStreet` and `deceased.hukouStreet` (code, `here` or `outside`),
 * `household.members`, `statement`, and every fact of the vocabulary under `fact:<name>`.
 */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;
