import type { CivilDate } from '../kernel/civil-date';

/**
 * One fact about a person or a household, and what values it may take. `label` is what a resident reads.
 * - `count`: whole number of people, or of years; `money`: integer fen a month; `choice`: one of at most six.
 * - `date`: a day that has come, not before `earliest`; its value is a `CivilDate`.
 * - `staff`: only an office can know it. It has no question, a resident's claim about it is refused,
 *   and a rule that rests on it answers *review*.
 */
export type FactDefinition =
  | { readonly type: 'boolean'; readonly label: string }
  | {
      readonly type: 'count';
      readonly label: string;
      readonly min: number;
      readonly max: number;
      /** People when absent. */
      readonly unit?: 'years';
    }
  | { readonly type: 'date'; readonly label: string; readonly earliest: CivilDate }
  | { readonly type: 'money'; readonly label: string; readonly max: number }
  | { readonly type: 'choice'; readonly label: string; readonly options: readonly ChoiceOption[] }
  | { readonly type: 'staff'; readonly label: string };

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export type FactValue = boolean | number | string;

/** What is known: an absent fact was not asked, `null` is 不清楚. */
export type FactValues = Readonly<Record<string, FactValue | null | undefined>>;

export interface QuestionList {
  readonly title: string;
  readonly items: readonly string[];
}

/**
 * How the phone asks, in plain Chinese. One fact, or a list of at most six yes/no facts to tick
 * (`none of these` makes all of them false, 不清楚 makes all of them null).
 */
export interface Question {
  readonly id: string;
  readonly title: string;
  /** What it was about, where an answer is read back and the question alone does not say it. */
  readonly short?: string;
  readonly help?: string;
  /** Too long to be read by everybody: shown when the resident asks for it (看全部名单). */
  readonly list?: QuestionList;
  readonly facts: readonly string[];
  /** Asked only when the resident opened this door. */
  readonly door: string;
  /** 1 = answered without thinking … 5 = sensitive, or needs a paper to look it up. */
  readonly burden: 1 | 2 | 3 | 4 | 5;
}
