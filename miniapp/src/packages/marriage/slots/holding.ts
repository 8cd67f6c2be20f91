import type { BookingView, WindowView } from '@jinmen/shared/bookings/views';
import { create } from 'zustand';
import { nowMs } from '../../../platform/clock';
import { forgetIntention, keptAmong, keptIntention } from '../../../platform/intentions';
import { openPage, signInThen } from '../../../platform/navigate';
import { isBusy, Patience, type Told } from '../../../platform/patience';
import { type SentOnce } from '../../../platform/send-once';
import { serverNowMs } from '../../../platform/server-clock';
import { textOf } from '../../../platform/shape';
import { isOver, loadBookings, useBookings } from '../../../state/bookings';
import { useSession, whenSignedOut } from '../../../state/session';
import { holdName, holdWindow } from '../api';
import { isAskedFor } from '../both-mainland';
import type { Wanted } from '../wanted';
import { type Known, type NotHeld, refused } from './not-held';

/** What the phone is busy with: one time at once, for whoever may have only one. */
export interface Underway {
  readonly window: WindowView;
  /** What it waits for; nothing while the first answer may come any moment. */
  readonly told: Told['why'] | 'slow' | undefined;
  readonly ahead: number | undefined;
  /** When it gives up, by this phone's clock. */
  readonly untilMs: number;
  /** They thought better of it, and the answer on its way is still waited for. */
  readonly stopping: boolean;
}

interface Holding {
  readonly underway: Underway | undefined;
  readonly notHeld: NotHeld | undefined;
}

/** In memory, and of the app rather than of a page: who looks at another day meanwhile is still waited for. */
export const useHolding = create<Holding>(() => ({ underway: undefined, notHeld: undefined }));

/** What the page does that was tapped on. */
export interface TappedOn {
  readonly wanted: Wanted;
  /** Counts anew what is left. */
  readonly look: () => Promise<void>;
  readonly isInFront: () => boolean;
}

/** As long as the places of a morning take to go, and somewhat longer; each try takes a request. */
const RUSH = { tries: 40, forMs: 180_000 };
const SLOW_AFTER_MS = 5_000;
/** A clock known to half a second may be that much early. */
const EARLY = { atMostMs: 5_000, graceMs: 300 };

let patience: Patience | undefined;

/** Keeping a time: one tap is one wish, and every way it can end has its words. */
export async function hold(window: WindowView, page: TappedOn): Promise<void> {
  const { wanted, look, isInFront } = page;
  if (useHolding.getState().underway !== undefined) return;
  if (wanted.change !== undefined) return openPage('marriageChange', foundFor(wanted.change, window));
  const waiting = new Patience(RUSH, ({ why, ahead }) => change({ told: why, ahead }));
  patience = waiting;
  const begun = { window, told: undefined, ahead: undefined, untilMs: nowMs() + RUSH.forMs, stopping: false };
  useHolding.setState({ underway: begun, notHeld: undefined });
  const slow = setTimeout(() => change({ told: 'slow' }, true), SLOW_AFTER_MS);
  const sent = await holdInTime(window, wanted, waiting);
  clearTimeout(slow);
  if (patience !== waiting) return;
  const { stopping = false, told } = useHolding.getState().underway ?? {};
  const notHeld = stopping ? await stopped(sent, window) : await cameOf(sent, window, told !== undefined);
  useHolding.setState({ underway: undefined, notHeld });
  if (sent.kind === 'problem') await look();
  if (stopping || !isInFront()) return;
  if (sent.kind === 'sent') openPage('marriageReview', { id: sent.data.id });
  if (sent.kind === 'signed-out') signInThen();
}

/** 不等了: nothing more is asked; what is on its way is heard first. */
export function stopHolding(): void {
  change({ stopping: true });
  patience?.stop();
}

/** A wish whose app was closed in the middle: looked for first, and shown only where it is still open. */
export async function findLeftOpen(windows: readonly WindowView[]): Promise<void> {
  const [name] = await keptAmong(windows.map(({ id }) => holdName(id)));
  const window = windows.find(({ id }) => holdName(id) === name);
  const { underway, notHeld } = useHolding.getState();
  if (name === undefined || window === undefined || underway !== undefined || notHeld !== undefined) return;
  const known = await lookedFor(window, (await keptIntention(name))?.perhapsSent === true);
  if (known === 'held') return;
  if (window.state !== 'open' && known !== 'perhaps') return forgetIntention(name);
  if (useHolding.getState().underway === undefined) {
    useHolding.setState({ notHeld: { kind: 'unsettled', window, known, closed: true } });
  }
}

/** What was said of another tap is over when the page is opened anew; what is under way is not. */
export function forgetNotHeld(): void {
  useHolding.setState({ notHeld: undefined });
}

whenSignedOut(async () => {
  patience?.stop();
  patience = undefined;
  useHolding.setState({ underway: undefined, notHeld: undefined });
  return true;
});

/** A tap a moment before the release, by a clock that is a moment early, is a wish as well: it goes again in time. */
async function holdInTime(window: WindowView, wanted: Wanted, waiting: Patience): Promise<SentOnce<BookingView>> {
  const details = isAskedFor(wanted) ? { bothMainland: true } : {};
  for (;;) {
    const sent = await holdWindow(window.id, wanted.kind, details, waiting);
    const waitMs = sent.kind === 'problem' ? earlyMs(sent) : undefined;
    if (waitMs === undefined) return sent;
    if (!(await waiting.next({ why: 'early', ahead: undefined, retryAfterS: undefined }, waitMs))) return sent;
  }
}

function earlyMs({ code, more }: { code: string; more: Readonly<Record<string, unknown>> }): number | undefined {
  if (code !== 'booking.not-open-yet') return undefined;
  const leftMs = Date.parse(textOf(more.opensAt) ?? '') - serverNowMs();
  return leftMs <= EARLY.atMostMs ? Math.max(0, leftMs) + EARLY.graceMs : undefined;
}

async function cameOf(sent: SentOnce<BookingView>, window: WindowView, waited: boolean): Promise<NotHeld | undefined> {
  switch (sent.kind) {
    case 'sent':
      return undefined;
    case 'signed-out':
      return undefined;
    case 'kept':
      return waited ? unsettled(window, sent.perhapsSent) : sent;
    case 'problem':
      return isBusy(sent) ? unsettled(window, false) : refused(sent, window);
  }
}

async function unsettled(window: WindowView, perhapsSent: boolean): Promise<NotHeld | undefined> {
  const known = await lookedFor(window, perhapsSent);
  return known === 'held' ? undefined : { kind: 'unsettled', window, known, closed: false };
}

async function stopped(sent: SentOnce<BookingView>, window: WindowView): Promise<NotHeld | undefined> {
  if (sent.kind === 'sent') return { kind: 'held-after-all' };
  if (sent.kind === 'problem' && !isBusy(sent)) return refused(sent, window);
  const known = await lookedFor(window, sent.kind === 'kept' && sent.perhapsSent);
  if (known === 'held') return { kind: 'held-after-all' };
  if (known !== 'perhaps') await forgetIntention(holdName(window.id));
  return { kind: 'stopped', known };
}

/**
 * The list of their bookings says it; one that is there settles the wish. Looked at also where every answer was a
 * refusal: a browser sends a request again by itself when a line breaks, and only the second is answered.
 */
async function lookedFor(window: WindowView, perhapsSent: boolean): Promise<Known | 'held'> {
  await whoIsKnown();
  await loadBookings();
  const { bookings, trouble } = useBookings.getState();
  if (bookings?.some((each) => each.window.id === window.id && !isOver(each))) {
    await forgetIntention(holdName(window.id));
    return 'held';
  }
  if (!perhapsSent) return 'nothing';
  return trouble === undefined && useSession.getState().status === 'signed-in' ? 'not-seen' : 'perhaps';
}

/** An app that was just started has yet to open its vault. */
function whoIsKnown(): Promise<void> {
  if (useSession.getState().status !== 'unknown') return Promise.resolve();
  return new Promise((resolve) => {
    const leave = useSession.subscribe(({ status }) => {
      if (status === 'unknown') return;
      leave();
      resolve();
    });
  });
}

/** Of what is under way; `first`: only while nothing was said yet. */
function change(changed: Partial<Underway>, first = false): void {
  useHolding.setState(({ underway }) => ({
    underway: underway && !(first && underway.told !== undefined) ? { ...underway, ...changed } : underway,
  }));
}

function foundFor(wish: string, { id, site, day }: WindowView): Readonly<Record<string, string>> {
  return { id: wish, window: id, site, day };
}
