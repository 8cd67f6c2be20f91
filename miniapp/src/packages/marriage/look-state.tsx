import { marriage as words } from '../../copy/marriage';
import { timeOfDay } from '../../platform/clock';
import { TroubleCard } from '../../shell/trouble-card';
import type { Look } from '../../state/public-looks';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

/** Of when what stands below is, or why nothing does; nothing at all when it is of now. */
export function LookState({ data, fetchedAtMs, trouble, again }: Look<unknown>) {
  if (data === undefined) {
    if (trouble === undefined) return <Skeleton words={words.reading} />;
    return <TroubleCard trouble={trouble} onAgain={() => void again()} />;
  }
  if (trouble === undefined || fetchedAtMs === undefined) return null;
  const said = trouble.kind === 'offline' ? words.stale : words.old;
  return <Notice tone="warn">{said(timeOfDay(fetchedAtMs))}</Notice>;
}
