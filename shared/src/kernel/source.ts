import type { CivilDate } from './civil-date';

/**
 * How far a figure or rule may be trusted, as recorded in docs/policy-facts.md §0.
 * `unknown` marks a gap that only the bureau can fill.
 */
export const CONFIDENCES = ['official', 'seed', 'third-party-copy', 'third-party', 'derived', 'unknown'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

export function isConfidence(value: unknown): value is Confidence {
  return CONFIDENCES.some((confidence) => confidence === value);
}

/** Where a rule or a figure comes from. Nothing is shown to a resident without one. */
export interface Source {
  /** The document by its Chinese name and number, e.g. `津民规〔2025〕6号`. */
  readonly document: string;
  /** Article or clause within it, e.g. `第九条`. */
  readonly article?: string;
  /** First day the document is in force, when known. */
  readonly effective?: CivilDate;
  /** Row of docs/policy-facts.md, e.g. `A.1` or `J3`. */
  readonly row: string;
  readonly confidence: Confidence;
}
