import type { CallbackMessage } from '../callbacks';
import type { CaseRecord } from '../case-record';
import type { Fields } from '../message';

/** The bureau's book, as far as it is told of something. */
export interface Telling {
  get(caseNo: string): CaseRecord;
  say(caseNo: string, message: CallbackMessage, text: string): void;
}

/** One type of message every bureau understands, and what a bureau keeps of it. */
export interface CommonFamily {
  readonly type: string;
  /**
   * Reads `data` and keeps it in `record.matters`. Tells the line for the case's history.
   * @throws BadMessage, CaseRefusal: nothing is kept.
   */
  take(record: CaseRecord, data: Fields, at: string): string;
  /** What the bureau does by itself once it was taken, e.g. look an account up. */
  afterwards?(book: Telling, caseNo: string): void;
}
