/**
 * Figures no source gives: configuration, empty by default (docs/policy-facts.md I). Rules may name them; their clauses
 * answer 由街道核定 until an operator adds a row. `row` is where policy-facts says UNKNOWN.
 */
export interface UnknownStandard {
  readonly key: string;
  readonly row: string;
}

export const unknownStandards: readonly UnknownStandard[] = [
  // whether a limit itself passes: the texts disagree on < and ≤
  { key: 'low-income-margin-equality', row: '0.1' },
  { key: 'low-income-margin-floor-equality', row: '0.1' },
];
