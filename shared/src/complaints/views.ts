import type { CivilDate } from '../kernel/civil-date';

/** 投诉建议. `POST /complaints`, `GET /complaints[/:id]`. */
export interface ComplaintView {
  readonly id: string;
  /** What somebody names on the phone, e.g. `TS20261125-7KQ2M9XB`. */
  readonly number: string;
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly at: string;
  /** The application it is about, if any. */
  readonly application?: { readonly id: string; readonly receiptNumber: string };
  readonly state: 'open' | 'answered';
  /** By when it should be answered. No law is known that gives the time: it is set by the operators (示例). */
  readonly due: {
    readonly on: CivilDate;
    /** In words, also whether the day is `expected`. */
    readonly clock: string;
    /** A working day of a year whose calendar is not published: 预计，以放假通知为准. */
    readonly expected: boolean;
    readonly overdue: boolean;
  };
  readonly answer?: { readonly text: string; readonly at: string };
}

/** `correction`: something we have of them is wrong (PIPL 46). */
export const COMPLAINT_KINDS = ['complaint', 'suggestion', 'correction'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

export const LONGEST_COMPLAINT = 1000;
