import type { Clock, ClockLeg } from '../calendar/clock';
import type { FactValue } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';
import type { AmountRange } from './assessment';
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
  /** What a resident who needs it talks about: the door behind which it is found (`facts/doors.ts`). */
  readonly door: string;
  /** What people say when they look for it, e.g. `吃饭没钱`; the library is searched by these, the titles and the summary. */
  readonly words: readonly string[];
  /** Who needs it cannot wait: first in any plan. */
  readonly urgent?: true;
  /** The yes/no fact that says the household has it already. */
  readonly heldAs?: string;
  /** How it stands to other programmes; data for the planner (一表多策), never read by a verdict. */
  readonly relations?: readonly Relation[];
  /** Where to apply, how long it takes, whom to call: what a resident asks next. */
  readonly guide: ProgrammeGuide;
  /** How long the office has from the day it takes the application; absent where no source says. */
  readonly decidedWithin?: DecisionClock;
  /** How long single steps on the way may take, where a source says so. */
  readonly stepClocks?: StepClocks;
  /** Whether neighbours read of it; absent where no source says anything of a notice. */
  readonly publicNotice?: PublicNoticeRule;
  /** It is decided where the hukou is: handed over there when it was filed elsewhere. With the source that says so. */
  readonly decidedAtHukouPlace?: { readonly source: Source };
  /** It is applied for at the street of the hukou of who died, wherever the family lives. With the source that says so. */
  readonly filedAtHukouOfDeceased?: { readonly source: Source };
  /** 跨省通办: taken here from people whose hukou is outside Tianjin, and decided there. */
  readonly acrossProvinces?: AcrossProvinces;
  /** The rules in force over time, newest last, without overlap. A day outside all of them answers review. */
  readonly versions: readonly RuleVersion[];
}

export interface ProgrammeGuide {
  readonly where: string;
  readonly papers: readonly string[];
  readonly howLong: string;
  readonly phone: string;
}

export interface AcrossProvinces {
  /** Any of these answers says that the hukou is outside Tianjin. */
  readonly outsideIf: readonly { readonly fact: string; readonly is: readonly FactValue[] }[];
  readonly source: Source;
}

export interface DecisionClock extends Clock {
  /** Where the district left the decision to the street. */
  readonly delegated?: readonly ClockLeg[];
  /** At the most, where the hukou is in one place and the home in another (人户分离). */
  readonly apart?: readonly ClockLeg[];
  /** Where it is first handed over to the office of the hukou place. */
  readonly handedOver?: readonly ClockLeg[];
}

/** Times of single steps, each from what it names; every one with its own source. */
export interface StepClocks {
  /** From the day it was taken: the street begins to look into it, or has done so and given its opinion. */
  readonly lookInto?: Clock;
  /** From the day it was asked for: the look into income and property begins. */
  readonly check?: Clock;
  /** From the day it came to the district: it is confirmed there. */
  readonly confirm?: Clock;
  /** From the day it was taken: it is with the office of the hukou place. */
  readonly handOver?: Clock;
  /** From the day the office of the hukou place has it. */
  readonly decidedAfterHandOver?: Clock;
  /** From the decision: a refusal is told in writing · any decision is told. */
  readonly refusalTold?: Clock;
  readonly told?: Clock;
}

/** What law says of letting neighbours read (公示), before the decision and after an approval. */
export type PublicNoticeRule =
  | {
      readonly kind: 'posted';
      /** How long it hangs before the decision; absent: nobody published how long here. */
      readonly hangs?: Clock;
      /** Urgent cases may do without, by this source. */
      readonly mayBeSkipped?: { readonly source: Source };
      /** That it is published after the approval as well: name, number of members, amount. */
      readonly afterApproval?: { readonly source: Source };
      /** Of a notice whose days are not published: what says that there is one. */
      readonly source?: Source;
    }
  /** Children in hardship are never posted, whatever is done elsewhere (docs/adr/0016). */
  | { readonly kind: 'never' };

/**
 * How one programme stands to another, said once, in the folder of either. `why` is what a resident reads.
 * - `excludes`: not both. `prefer`: which one the rules put first, or the one that pays more.
 * - `waits-for`: it is decided after one of these, and is not refused while they are open.
 * - `falls-back-to`: what to look at next when this one does not fit.
 * - `stacks-with`: both may be had; said where a resident would doubt it.
 * - `unsettled-with`: whether both may be had is UNKNOWN; an office says.
 */
export type Relation =
  | {
      readonly kind: 'excludes';
      readonly other: string;
      readonly prefer: 'this' | 'other' | 'higher';
      /**
       * For relief that goes to one person: both stand against each other only where this fact is known to be so, as then
       * one and the same is meant. Of whom nobody knows it both are proposed and handed in, and the office settles it.
       */
      readonly samePersonIf?: { readonly fact: string; readonly is: true | 1 };
      readonly why: string;
      readonly source: Source;
    }
  | {
      readonly kind: 'waits-for';
      readonly anyOf: readonly string[];
      readonly why: string;
      readonly source: Source;
    }
  | {
      readonly kind: 'falls-back-to' | 'stacks-with' | 'unsettled-with';
      readonly other: string;
      readonly why: string;
      readonly source: Source;
    };

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
  readonly per: AmountRange['per'];
  /** Integer fen. */
  readonly is: Expression;
  /** Paid only when this holds too; its clauses are explained beside the rule's own. */
  readonly when?: Condition;
}
