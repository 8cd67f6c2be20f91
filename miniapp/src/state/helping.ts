import type { DependantView } from '@jinmen/shared/residents/dependants';
import type { MandateView } from '@jinmen/shared/residents/mandates';
import { create } from 'zustand';
import { request } from '../platform/http';
import type { Trouble } from './consents';
import { whenSignedOut } from './session';

interface HelpingState {
  /** `undefined` until the server said them. Never kept on the phone: they are other people’s. */
  readonly dependants: readonly DependantView[] | undefined;
  readonly mandates: readonly MandateView[] | undefined;
  readonly trouble: Trouble | undefined;
}

const unread: HelpingState = { dependants: undefined, mandates: undefined, trouble: undefined };

export const useHelping = create<HelpingState>(() => unread);

whenSignedOut(async () => {
  useHelping.setState(unread);
  return true;
});

/** Whom one acts for, and who acts for oneself. */
export async function loadHelping(): Promise<void> {
  const get = <T>(path: string) => request<{ items: readonly T[] }>({ method: 'GET', path, session: 'required' });
  const [dependants, mandates] = await Promise.all([get<DependantView>('/dependants'), get<MandateView>('/mandates')]);
  for (const reply of [dependants, mandates]) {
    if (reply.kind !== 'ok' && reply.kind !== 'not-modified') return useHelping.setState({ trouble: reply });
  }
  useHelping.setState({
    trouble: undefined,
    ...(dependants.kind === 'ok' && { dependants: dependants.data.items }),
    ...(mandates.kind === 'ok' && { mandates: mandates.data.items }),
  });
}

/** One act on one of them, and what stands then. `undefined` when it was done. */
export async function actOn(
  method: 'POST' | 'DELETE',
  path: string,
  more: { readonly body?: object; readonly key?: string } = {},
): Promise<Trouble | undefined> {
  const reply = await request<unknown>({ method, path, session: 'required', ...more });
  if (reply.kind !== 'ok' && reply.kind !== 'not-modified') return reply;
  await loadHelping();
  return undefined;
}

/** Whether a bureau is still being asked about one of them. */
export function isAsking({ dependants, mandates }: HelpingState): boolean {
  const asked = dependants?.some(({ proof }) => proof === 'asking') ?? false;
  return asked || (mandates?.some(({ state }) => state === 'checking') ?? false);
}
