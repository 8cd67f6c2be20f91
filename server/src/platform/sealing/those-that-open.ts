import { SealBroken } from './envelope';

/** In place of a value that does not open any more, said to whoever it is of. */
export const NOT_OPENED = '这一处打不开了，请打 12345 问';

/** What opens of many rows, in their order: one that somebody changed in the database keeps nobody from the others. */
export function thoseThatOpen<Row, Opened>(rows: readonly Row[], open: (row: Row) => Opened): Opened[] {
  return rows.flatMap((row) => {
    try {
      return [open(row)];
    } catch (error) {
      mustBeBroken(error);
      return [];
    }
  });
}

/** The same where opening one means asking for more; one after the other. */
export async function thoseThatOpenInTurn<Row, Opened>(
  rows: readonly Row[],
  open: (row: Row) => Promise<Opened>,
): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const row of rows) {
    try {
      opened.push(await open(row));
    } catch (error) {
      mustBeBroken(error);
    }
  }
  return opened;
}

/** The value, or words that it does not open: one that somebody changed takes nothing away of what stands beside it. */
export function openedOr<Instead>(open: () => string, instead: Instead): string | Instead {
  try {
    return open();
  } catch (error) {
    mustBeBroken(error);
    return instead;
  }
}

/** Its seal rang the alarm. */
function mustBeBroken(error: unknown): void {
  if (!(error instanceof SealBroken)) throw error;
}
