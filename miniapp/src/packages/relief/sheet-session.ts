import { create } from 'zustand';
import { today } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { type SheetSource, sheetSource } from './sheet-text';

/** What the sheet is made of, in memory alone: nothing of it stands in an address or is kept. */
export const useSheet = create<{ readonly source: SheetSource | undefined }>(() => ({ source: undefined }));

/** Opens the page to print for what is on the screen now. */
export function openSheet(seen: Omit<SheetSource, 'seenOn'>, seenOn = today()): void {
  useSheet.setState({ source: sheetSource(seen, seenOn) });
  openPage('sheet');
}
