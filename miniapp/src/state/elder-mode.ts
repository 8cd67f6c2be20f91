import { create } from 'zustand';
import { readStored, writeStored } from '../platform/storage';
import { keptKeys } from './kept-on-phone';

interface ElderMode {
  readonly elder: boolean;
  toggle(): void;
}

/** 大字版: larger text and targets everywhere. The choice is kept on this phone. */
export const useElderMode = create<ElderMode>((set, get) => ({
  elder: readStored(keptKeys.elderMode) === true,
  toggle() {
    const elder = !get().elder;
    writeStored(keptKeys.elderMode, elder);
    set({ elder });
  },
}));
