import type { ConsentView } from '@jinmen/shared/residents/views';
import { create } from 'zustand';
import { type Reply, request } from '../platform/http';
import { refreshMe, whenSignedOut } from './session';

const NAME_PURPOSE = 'real-name-verification';

interface ConsentsState {
  /** `undefined` until the server said them. Texts and versions are the server's: what is said yes to is what it shows. */
  readonly consents: readonly ConsentView[] | undefined;
  /** Why they are not there, or may be old. */
  readonly trouble: Trouble | undefined;
}

/** Everything a request may come to but an answer. */
export type Trouble = Exclude<Reply<unknown>, { kind: 'ok' | 'not-modified' }>;

const unread: ConsentsState = { consents: undefined, trouble: undefined };

export const useConsents = create<ConsentsState>(() => unread);

whenSignedOut(async () => {
  useConsents.setState(unread);
  return true;
});

export async function loadConsents(): Promise<void> {
  const reply = await request<{ items: readonly ConsentView[] }>({
    method: 'GET',
    path: '/consents',
    session: 'required',
  });
  if (reply.kind === 'ok') useConsents.setState({ consents: reply.data.items, trouble: undefined });
  else if (reply.kind !== 'not-modified') useConsents.setState({ trouble: reply });
}

/** Says yes or no to one purpose, in the text that was shown. `undefined` when the server has it. */
export async function answerConsent(
  { purpose, version }: Pick<ConsentView, 'purpose' | 'version'>,
  yes: boolean,
): Promise<Trouble | undefined> {
  const body = { purpose, version, state: yes ? 'given' : 'refused' };
  const reply = await request<ConsentView>({ method: 'POST', path: '/consents', body, session: 'required' });
  return settle(reply, purpose);
}

/** Takes a yes back. What was done with it before stays done. */
export async function withdrawConsent(purpose: string): Promise<Trouble | undefined> {
  const path = `/consents/${purpose}`;
  return settle(await request<ConsentView>({ method: 'DELETE', path, session: 'required' }), purpose);
}

async function settle(reply: Reply<unknown>, purpose: string): Promise<Trouble | undefined> {
  if (reply.kind !== 'ok' && reply.kind !== 'not-modified') return reply;
  await loadConsents();
  // whether their name may be used is part of who they are on every page
  if (purpose === NAME_PURPOSE) await refreshMe();
  return undefined;
}

/** The consent for a purpose, as far as the server said it. */
export function consentFor(consents: readonly ConsentView[] | undefined, purpose: string): ConsentView | undefined {
  return consents?.find((consent) => consent.purpose === purpose);
}
