import { SealBroken } from './envelope';

/** What opens of many rows, in their order: one that somebody changed in the database keeps nobody from the others. */
export function thoseThatOpen<Row, Opened>(rows: readonly Row[], open: (row: Row) => Opened): Opened[] {
  return rows.flatMap((row) => {
    try {
      return [open(row)];
    } catch (error) {
      // its seal rang the alarm
      if (!(error instanceof SealBroken)) throw error;
      return [];
    }
  });
}
