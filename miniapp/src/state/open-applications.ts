import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { create } from 'zustand';
import { request } from '../platform/http';
import { useSession, whenSignedOut } from './session';

interface OpenApplications {
  /** Drafts and what is at the bureaus; `undefined` until they came. */
  readonly items: readonly ApplicationListItem[] | undefined;
  /** They are of an earlier moment: the last question was not answered. */
  readonly old: boolean;
}

const nothing: OpenApplications = { items: undefined, old: false };

/** What the resident has going on, for a glance. In memory alone: the pages of applications keep their own copy. */
export const useOpenApplications = create<OpenApplications>(() => nothing);

/** Counts the questions: a reply counts only while nothing newer was asked. */
let asked = 0;

whenSignedOut(async () => {
  asked += 1;
  useOpenApplications.setState(nothing);
  return true;
});

/**
 * Asks only when someone is signed in: whoever just looks around sends nothing. Of two questions under way the newer
 * one's reply stands, whichever comes first; after signing out, none.
 */
export async function loadOpenApplications(): Promise<void> {
  if (useSession.getState().status !== 'signed-in') return;
  asked += 1;
  const mine = asked;
  const reply = await request<{ items: readonly ApplicationListItem[] }>({
    method: 'GET',
    path: '/relief/applications',
    session: 'required',
  });
  if (mine !== asked) return;
  if (reply.kind === 'ok') {
    const items = reply.data.items.filter(({ state }) => state === 'draft' || state === 'open');
    useOpenApplications.setState({ items: waitingFirst(items), old: false });
  } else if (reply.kind === 'signed-out') useOpenApplications.setState(nothing);
  else useOpenApplications.setState({ old: true });
}

function waitingFirst(items: readonly ApplicationListItem[]): readonly ApplicationListItem[] {
  return [...items.filter((item) => item.waitsForYou), ...items.filter((item) => !item.waitsForYou)];
}
