import { borrowed as words } from '../copy/borrowed';
import { usePageShown } from '../platform/lifecycle';
import { leaveBorrowed, leaveWhenIdle, useBorrowed } from '../state/borrowed';
import { ExitBar } from '../ui/exit-bar';

/** Above every page of a borrowed phone, in reach wherever the page is scrolled to. */
export function BorrowedBar() {
  const isBorrowed = useBorrowed(({ borrowed }) => borrowed);
  usePageShown(leaveWhenIdle);
  if (!isBorrowed) return null;
  return <ExitBar text={words.bar} exit={words.exit} onExit={() => void leaveBorrowed()} />;
}
