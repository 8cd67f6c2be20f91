import type { ComplaintView } from '@jinmen/shared/complaints/views';
import type { PageRequest } from '../../platform/http/page';

/** A complaint as a colleague reads it in the list: numbers that were typed into it are masked. */
export interface StaffComplaint extends Omit<ComplaintView, 'application'> {
  readonly receiptNumber?: string;
  /** Code of the street it is about, where it is about one. */
  readonly office?: string;
  /** How many numbers are masked in `text`; absent when none is. */
  readonly numbersMasked?: number;
}

export type ComplaintState = StaffComplaint['state'];

/** A page of one state. */
export interface ComplaintWish {
  readonly state: ComplaintState;
  readonly page: PageRequest;
}

export interface StaffComplaints {
  readonly items: readonly StaffComplaint[];
  /** Of each state that goes on: where, and how many come behind. */
  readonly more: readonly { readonly state: ComplaintState; readonly nextCursor: string; readonly left: number }[];
}

/** What the people at `/staff` look after. */
export abstract class ComplaintDesk {
  /**
   * Open ones first, the one due first first, then those answered of late; of these offices, or all with those about no
   * office. The beginnings of both, or the page that is wished for. Their own and their family's are not in it: whoever
   * complains of a household is not read by one of it. Audited.
   */
  abstract list(offices: readonly string[] | 'all', staffId: string, wish?: ComplaintWish): Promise<StaffComplaints>;

  /**
   * What was said as it was typed. Each number in it counts as one that was shown; audited.
   * @throws Problem 404 for one of another office; 403 `staff.show-again`, `staff.own-or-kin`
   */
  abstract showText(offices: readonly string[] | 'all', staffId: string, id: string): Promise<string>;

  /**
   * The resident reads it and is told; the reason stays in the record. Audited.
   * @throws Problem 404 for one of another office, 409 `complaint.answered`.
   */
  abstract answer(offices: readonly string[] | 'all', staffId: string, id: string, said: SaidAnswer): Promise<void>;
}

export interface SaidAnswer {
  readonly text: string;
  readonly reason: string;
}
