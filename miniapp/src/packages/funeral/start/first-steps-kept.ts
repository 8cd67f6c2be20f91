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

interface FirstSteps extends KeptSteps {
  /** Something is kept that this phone cannot open now. Until it opens nothing is written over it. */
  readonly shut: boolean;
}

const nothing: FirstSteps = { done: [], cremated: '', shut: false };

export const useFirstSteps = create<FirstSteps>(() => nothing);

const copy = sealedRecord<KeptSteps>(
  keptKeys.firstSteps,
  (stored) =>
    isRecord(stored) && Array.isArray(stored.done) && typeof stored.cremated === 'string'
      ? { done: stored.done.filter((code) => typeof code === 'string'), cremated: stored.cremated }
      : nothing,
  { forget: () => useFirstSteps.setState(nothing, true), nowhereElse: true },
);

/** What was typed since the app began stands. What opens only later is joined with what was marked until then. */
export async function readFirstSteps(): Promise<void> {
  const kept = await copy.readIfOpens();
  const now = useFirstSteps.getState();
  if (kept === undefined) return useFirstSteps.setState({ shut: true });
  if (now.shut) {
    const done = [...new Set([...kept.done, ...now.done])];
    useFirstSteps.setState({ done, cremated: now.cremated || kept.cremated, shut: false });
    await keep();
  } else if (now === nothing) useFirstSteps.setState(kept);
}

/** Kept as typed, here at once and in the vault. */
export async function changeFirstSteps(change: (now: KeptSteps) => KeptSteps): Promise<void> {
  useFirstSteps.setState(change(useFirstSteps.getState()));
  if (!useFirstSteps.getState().shut) await keep();
}

async function keep(): Promise<void> {
  const { done, cremated } = useFirstSteps.getState();
  const sealed = await copy.change(() => ({ done, cremated }));
  if (sealed.kind === 'problem' && sealed.problem === 'unreadable') useFirstSteps.setState({ shut: true });
}
