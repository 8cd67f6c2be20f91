import { programmes } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { create } from 'zustand';
import { today } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { whenForgotten } from '../../state/kept-on-phone';
import { type ProgrammeText, type SheetSource, sheetSource } from './sheet-text';

interface SheetSession {
  readonly source: SheetSource | undefined;
  /** What programmes say of themselves to everybody. */
  readonly texts: readonly ProgrammeText[];
}

/** What the sheet is made of, in memory alone: nothing of it stands in an address or is kept. */
export const useSheet = create<SheetSession>(() => ({ source: undefined, texts: programmes }));

whenForgotten(() => useSheet.setState({ source: undefined, texts: programmes }));

/** Opens the page to print for what is on the screen now, seen today or on another day. */
export function openSheet(
  seen: Omit<SheetSource, 'seenOn'>,
  texts: readonly ProgrammeText[] = programmes,
  seenOn: CivilDate = today(),
): void {
  useSheet.setState({ source: sheetSource(seen, seenOn), texts });
  openPage('sheet');
}
