import { funeral as words } from '../../copy/funeral';
import { timeOfDay } from '../../platform/clock';
import { TroubleCard } from '../../shell/trouble-card';
import type { Trouble } from '../../state/consents';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

/** What a page of this package has, wherever it came from: of the public, of this family, or of this phone. */
export interface Seen {
  /** `undefined` until it came. */
  readonly data: unknown;
  readonly fetchedAtMs: number | undefined;
  /** Why it is not of this moment. */
  readonly trouble: Trouble | undefined;
  readonly again: () => Promise<void>;
}

/** Of when what stands below is, or why nothing does; nothing at all when it is of now. */
export function ShoreState({ data, fetchedAtMs, trouble, again }: Seen) {
  if (data === undefined) {
    if (trouble === undefined) return <Skeleton words={words.reading} />;
    return <TroubleCard trouble={trouble} onAgain={() => void again()} />;
  }
  if (trouble === undefined || fetchedAtMs === undefined) return null;
  // Whoever is asked to sign in again has something to do about it; the rest is only as old as it says.
  if (trouble.kind === 'signed-out') return <TroubleCard trouble={trouble} />;
  const said = trouble.kind === 'offline' ? words.stale : words.old;
  return <Notice className="as-of">{said(timeOfDay(fetchedAtMs))}</Notice>;
}
