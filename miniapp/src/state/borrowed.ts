import { create } from 'zustand';
import { beginAnew, beginBorrowing, endBorrowing, isBorrowed, isIdle, toNeutralPage } from '../platform/borrowed';
import { forgetSession, revokeSession } from '../platform/session';
import { forgetApplications } from './applications-on-phone';
import { rereadQuiet } from './bereavement';
import { forgetAnswers } from './kept-on-phone';
import { forgetWiped, wipeKeptResults } from './kept-results';
import { leaveMemory, restoreSession } from './session';
import { forgetUrgent, unreadUrgent } from './urgent';

const LOOK_EVERY_MS = 5_000;
/** The server is told within this, or not from here: the session ends there by itself. */
const TELL_MS = 3_000;

/** Whether this is somebody else's phone: nothing is kept on it, and one tap leaves nothing behind. */
export const useBorrowed = create<{ readonly borrowed: boolean }>(() => ({ borrowed: false }));

let watching: ReturnType<typeof setInterval> | undefined;

/** 这不是我的手机: from now on nothing is kept, and what its owner kept is out of sight. */
export async function borrowPhone(): Promise<void> {
  if (isBorrowed()) return;
  beginBorrowing();
  useBorrowed.setState({ borrowed: true });
  await clearMemory();
  watching = setInterval(leaveWhenIdle, LOOK_EVERY_MS);
}

/** Also to be asked when the app comes back to the front: a timer sleeps in the background. */
export function leaveWhenIdle(): void {
  if (isIdle()) void leaveBorrowed();
}

/** One tap, from any page: the page is gone first, then everything else, here and on the server. */
export async function leaveBorrowed(): Promise<void> {
  if (!isBorrowed()) return;
  clearInterval(watching);
  toNeutralPage();
  const told = revokeSession();
  await clearMemory();
  endBorrowing();
  // what the page that is going asked for meanwhile was asked in the name of whoever left
  forgetSession();
  unreadUrgent();
  rereadQuiet();
  useBorrowed.setState({ borrowed: false });
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, TELL_MS))]);
  await restoreSession();
  beginAnew();
}

async function clearMemory(): Promise<void> {
  forgetAnswers();
  await Promise.all([leaveMemory(), wipeKeptResults(), forgetApplications(), forgetUrgent()]);
  forgetWiped();
}
