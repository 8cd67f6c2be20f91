import type { CivilDate } from '../kernel/civil-date';
import type { Condition } from './condition';
import type { Expression } from './expression';

/** A relief programme (救助项目) as data. One folder each under `shared/src/programmes/`. */
export interface Programme {
  /** Stable, in URLs and tables, e.g. `minimum-living-allowance`. */
  readonly code: string;
  /** What people call it, e.g. `低保`. */
  readonly title: string;
  /** The formal name, e.g. `最低生活保障`. */
  readonly formalName: string;
  /** One sentence: who it is for and what it gives. */
  readonly summary: string;
  /** The upstream system that keeps the case, e.g. `social-assistance`. */
  readonly bureau: string;
  /** Where to apply, how long it takes, whom to call: what a resident asks next. */
  readonly guide: ProgrammeGuide;
  /** The rules in force over time, newest last, without overlap. A day outside all of them answers review. */
  readonly versions: readonly RuleVersion[];
}

export interface ProgrammeGuide {
  readonly where: string;
  readonly papers: readonly string[];
  readonly howLong: string;
  readonly phone: string;
}

export interface RuleVersion {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly rule: Condition;
  readonly amount?: AmountRule;
}

/** What is paid if granted, before stacking. */
export interface AmountRule {
  /** e.g. `每户每月补差`. */
  readonly text: string;
  readonly per: 'household-month' | 'person-month' | 'once';
  /** Integer fen. */
  readonly is: Expression;
  /** Paid only when this holds too; its clauses are explained beside the rule's own. */
  readonly when?: Condition;
}
