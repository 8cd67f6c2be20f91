import type { StandardUnit } from '../standards/standard';
import { clauseProblems, leavesIn } from './clause-problems';
import type { Condition, Limit } from './condition';
import type { Expression } from './expression';
import type { Vocabulary } from './vocabulary';

/** The standards the release has ever had, and those that are UNKNOWN on purpose. */
export interface StandardKeys {
  readonly units: ReadonlyMap<string, StandardUnit>;
  readonly emptyByDesign: ReadonlySet<string>;
}
