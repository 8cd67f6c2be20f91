import type { CivilDate } from '../kernel/civil-date';

/** What a resident may tell the office has become different. */
export const CHANGE_KINDS = ['income', 'household', 'address', 'account', 'death'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of circumstances that was told, as its resident sees it again. */
export interface ChangeView {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: string;
  /** The day it happened, where they said one. */
  readonly on?: CivilDate;
  readonly text?: string;
}

export const LONGEST_CHANGE = 500;
