/**
 * What is known about a condition, as bits, so that judging a household allocates nothing.
 * - `DECIDED` with one `CAN_…`: yes or no, whatever the rest turns out to be.
 * - `CAN_YES`, `CAN_NO`: answers to what was not asked might still decide it so, each part looked at by itself. It may
 *   promise too much (two parts may need different answers to one question), never too little.
 * - `SURE_YES`, `SURE_NO`: such answers exist for certain. What is possible but not sure is settled by a search.
 * No bit at all: open, and only an office can close it.
 */
export type Truth = number;

export const CAN_YES = 1;
export const CAN_NO = 2;
export const SURE_YES = 4;
export const SURE_NO = 8;
export const DECIDED = 16;

/** Asked for when marking facts: every clause a resident reads counts, also where it cannot decide the whole any more. */
export const CLAUSES = 32;
/** Asked for when marking facts: whatever is not asked and keeps a clause open, also where no answer can close it. */
export const EVERYTHING = 64;

export const YES: Truth = DECIDED | CAN_YES | SURE_YES;
export const NO: Truth = DECIDED | CAN_NO | SURE_NO;
export const REVIEW: Truth = 0;
export const CAN_EITHER = CAN_YES | CAN_NO;
export const SURE_EITHER = SURE_YES | SURE_NO;

const FOR_YES = CAN_YES | SURE_YES;
const FOR_NO = CAN_NO | SURE_NO;

export function opposite(truth: Truth): Truth {
  return (truth & DECIDED) | ((truth & FOR_YES) << 1) | ((truth & FOR_NO) >> 1);
}

/** What can be judged, and says what it came to. */
interface Judged {
  evaluate(): Truth;
}

/**
 * Judges every part and folds them by Kleene's "all", both unknowns alike. `disjoint`: no two parts share a fact, so
 * that answers that suit one part cannot spoil another.
 */
export function allOf(parts: readonly Judged[], disjoint: boolean): Truth {
  let forYes = FOR_YES;
  let forNo = 0;
  let open = 0;
  let refused = false;
  for (const part of parts) {
    const truth = part.evaluate();
    if (truth === YES) continue;
    if (truth === NO) refused = true;
    open++;
    forYes &= truth;
    forNo |= truth & FOR_NO;
  }
  if (refused) return NO;
  if (open === 0) return YES;
  return (open === 1 || disjoint ? forYes : forYes & CAN_YES) | forNo;
}

/** Kleene's "any": one part is enough. */
export function anyOf(parts: readonly Judged[], disjoint: boolean): Truth {
  let forYes = 0;
  let forNo = FOR_NO;
  let open = 0;
  let met = false;
  for (const part of parts) {
    const truth = part.evaluate();
    if (truth === NO) continue;
    if (truth === YES) met = true;
    open++;
    forNo &= truth;
    forYes |= truth & FOR_YES;
  }
  if (met) return YES;
  if (open === 0) return NO;
  return (open === 1 || disjoint ? forNo : forNo & CAN_NO) | forYes;
}
