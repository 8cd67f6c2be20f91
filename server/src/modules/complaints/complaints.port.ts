import type { ComplaintView } from '@jinmen/shared/complaints/views';

/** A complaint as a colleague reads it. */
export interface StaffComplaint extends Omit<ComplaintView, 'application'> {
  readonly receiptNumber?: string;
  /** Code of the street it is about, where it is about one. */
  readonly office?: string;
}

/** What the people at `/staff` look after. */
export abstract class ComplaintDesk {
  /** Open ones first, the one due first first; of these offices, or all with those about no office. Audited. */
  abstract list(offices: readonly string[] | 'all', staffId: string): Promise<readonly StaffComplaint[]>;

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
