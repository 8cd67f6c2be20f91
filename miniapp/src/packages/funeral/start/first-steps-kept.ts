import { create } from 'zustand';
import { isRecord } from '../../../platform/shape';
import { keptKeys } from '../../../state/kept-on-phone';
import { sealedRecord } from '../../../state/sealed-record';

/** What somebody has marked and typed on the page of first steps; on this phone, and nowhere else. */
export interface KeptSteps {
  /** Codes of `FirstStep`. */
  readonly done: readonly string[];
  /** As much of the day of the cremation as is chosen: `2026-11-`. */
  readonly cremated: string;
}

const nothing: KeptSteps = { done: [], cremated: '' };

export const useFirstSteps = create<KeptSteps>(() => nothing);

const copy = sealedRecord<KeptSteps>(
  keptKeys.firstSteps,
  (stored) =>
    isRecord(stored) && Array.isArray(stored.done) && typeof stored.cremated === 'string'
      ? { done: stored.done.filter((code) => typeof code === 'string'), cremated: stored.cremated }
      : nothing,
  () => useFirstSteps.setState(nothing, true),
);

/** What was typed since the app began stands; the vault is read once. */
export async function readFirstSteps(): Promise<void> {
  const kept = await copy.read();
  if (useFirstSteps.getState() === nothing) useFirstSteps.setState(kept);
}

/** Kept as typed, here at once and in the vault. */
export async function changeFirstSteps(change: (now: KeptSteps) => KeptSteps): Promise<void> {
  useFirstSteps.setState(change(useFirstSteps.getState()));
  await copy.change(() => useFirstSteps.getState());
}
