import type { CaseRecord } from '../case-record';
import type { Fields } from '../message';

/** One type of message every bureau understands, and what a bureau keeps of it. */
export interface CommonFamily {
  readonly type: string;
  /**
   * Reads `data` and keeps it in `record.matters`. Tells the line for the case's history.
   * @throws BadMessage, CaseRefusal: nothing is kept.
   */
  take(record: CaseRecord, data: Fields, at: string): string;
}
