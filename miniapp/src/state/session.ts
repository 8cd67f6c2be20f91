import type { MeView, SessionView } from '@jinmen/shared/residents/views';
import { create } from 'zustand';
import { isBorrowed } from '../platform/borrowed';
import { forgetBorrowedPdf, forgetDrawnPdf } from '../platform/document';
import { type Reply, request } from '../platform/http';
import {
  beginSession,
  currentSession,
  dropSession,
  forgetSession,
  revokeTokens,
  sessionGeneration,
  whenSessionEnds,
} from '../platform/session';
import { removeStored } from '../platform/storage';
import { vault } from '../platform/vault';
import { destroyKept, keptKeys } from './kept-on-phone';

interface SessionState {
  /** `unknown` until the vault was opened. */
  readonly status: 'unknown' | 'signed-out' | 'signed-in';
  /** Of whoever is signed in, once the server said it. */
  readonly me: MeView | undefined;
}

const nobody: SessionState = { status: 'signed-out', me: undefined };

/** Who is signed in on this phone. The tokens are in the vault (platform/session.ts), never here. */
export const useSession = create<SessionState>(() => ({ status: 'unknown', me: undefined }));

/** The session ended on the server: nothing typed is wiped, signing in goes on where they were. */
whenSessionEnds(() => useSession.setState(nobody));

const wipers = new Set<() => Promise<boolean>>();

/**
 * Runs `work` when whoever was signed in leaves this phone (退出登录, or another account comes): what is theirs goes
 * with them. It answers `false` when the phone would not let go.
 */
export function whenSignedOut(work: () => Promise<boolean>): void {
  wipers.add(work);
}

/** At the start of the app: who was signed in still is. */
export async function restoreSession(): Promise<void> {
  await forgetBorrowedPdf();
  const session = await currentSession();
  useSession.setState(session ? { status: 'signed-in' } : nobody);
  if (session) await refreshMe();
}

/** Whose things this phone keeps, beside the vault: where it keeps nothing, what is typed lives in memory alone. */
let lastAccount: string | undefined;

/** Nobody is signed in, and what an account had is still here: the server ended its session, or it never opened again. */
export const useLeftBehind = create<{ readonly left: boolean }>(() => ({ left: false }));

/** Looks whether there is something to clear for whoever is not signed in any more. */
export async function lookForLeftBehind(): Promise<void> {
  const found = await vault().unseal(keptKeys.account);
  const isKept = found.kind === 'opened' || (found.kind === 'problem' && found.problem === 'unreadable');
  const left = useSession.getState().status === 'signed-out' && (isKept || lastAccount !== undefined);
  useLeftBehind.setState({ left });
}

/** Asks who this is; an answer that does not come changes nothing. */
export async function refreshMe(): Promise<Reply<MeView>> {
  const reply = await askMe();
  if (reply.kind === 'ok') useSession.setState({ status: 'signed-in', me: reply.data });
  return reply;
}

/**
 * Signs in with a code of WeChat. `ok` only when the server also said who that is: their own things wait for them. When
 * the phone was lent or given back meanwhile, or somebody signed out, it opens nothing: `signed-out`.
 */
export async function signIn(code: string): Promise<Reply<MeView>> {
  const before = sessionGeneration();
  const body = { code, ...(isBorrowed() && { borrowed: true }) };
  const reply = await request<SessionView>({ method: 'POST', path: '/sessions/wechat', body });
  if (reply.kind !== 'ok') return reply;
  if (before !== sessionGeneration()) {
    void revokeTokens(reply.data);
    return { kind: 'signed-out' };
  }
  const begun = beginSession(reply.data);
  const mine = sessionGeneration();
  await begun;
  const me = mine === sessionGeneration() ? await askMe() : undefined;
  if (me === undefined || mine !== sessionGeneration()) return { kind: 'signed-out' };
  if (me.kind !== 'ok') {
    await dropSession();
    return me;
  }
  if (!(await makeRoomFor(me.data.accountId, mine))) return { kind: 'signed-out' };
  useSession.setState({ status: 'signed-in', me: me.data });
  return me;
}

/**
 * Ends the session here and, when the network allows, on the server; what is that account's goes with it, also where the
 * server had ended the session before. `false` when the phone kept something: then it can be asked for again.
 */
export async function signOut(): Promise<boolean> {
  await request({ method: 'DELETE', path: '/sessions/current', session: 'required' });
  const gone = [await dropSession(), await wipe()].every(Boolean) && (await vault().destroy(keptKeys.account));
  if (gone) lastAccount = undefined;
  useSession.setState(nobody);
  await lookForLeftBehind();
  return gone;
}

/** Nobody is signed in here any more, and nothing of anybody is in memory; the server is not told. */
export async function leaveMemory(): Promise<boolean> {
  forgetSession();
  lastAccount = undefined;
  const gone = await wipe();
  useSession.setState(nobody);
  return gone;
}

function askMe(): Promise<Reply<MeView>> {
  return request<MeView>({ method: 'GET', path: '/me', session: 'required' });
}

/**
 * Another person on the same phone does not go on with what the last one typed. The first who signs in does with what
 * they typed without; what only an account can have is not theirs even then. `false`: they left meanwhile.
 */
async function makeRoomFor(accountId: string, mine: number): Promise<boolean> {
  const asked = vault();
  const found = await asked.unseal(keptKeys.account);
  if (mine !== sessionGeneration()) return false;
  const last = found.kind === 'opened' ? found.value : lastAccount;
  if (last === undefined ? found.kind === 'problem' : last !== accountId) await wipe();
  else if (last === undefined) await destroyKept('account');
  if (mine !== sessionGeneration()) return false;
  lastAccount = accountId;
  await asked.seal(keptKeys.account, accountId);
  return mine === sessionGeneration();
}

async function wipe(): Promise<boolean> {
  const works = [forgetDrawnPdf, () => destroyKept('account', 'typed'), ...wipers];
  const gone = await Promise.all(works.map((work) => work()));
  return gone.every(Boolean) && removeStored(keptKeys.quietSince);
}
