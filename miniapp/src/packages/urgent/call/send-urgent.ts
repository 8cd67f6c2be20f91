import { tidySaid } from '@jinmen/shared/urgent/told';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import { type SentOnce, sendOnce } from '../../../platform/send-once';
import { useSession } from '../../../state/session';
import { arrived, claimSent, trying, useUrgent } from '../../../state/urgent';

/** `unsent`: something else was written while it was on its way, and is still to be sent. */
export type SentUrgent = SentOnce<UrgentView> & { readonly unsent?: true };

/** Sends what is written, once, however often it is tried and whoever signs in between. */
export async function sendUrgent(): Promise<SentUrgent> {
  const { draft } = useUrgent.getState();
  const secret = await trying();
  const body = { ...tidySaid(draft), secret };
  const name = `urgent-${secret.slice(0, 8)}`;
  const sent = await sendOnce<UrgentView>({ name, path: '/urgent-requests', body, session: 'optional' });
  if (sent.kind !== 'sent') return sent;
  const isAll = await arrived({ number: sent.data.number, secret, at: sent.data.at, claimed: false }, draft);
  // it may have gone without the session, where that would not renew: the server says whose it is; nobody waits for that
  if (useSession.getState().status === 'signed-in') void claimSent();
  return isAll ? sent : { ...sent, unsent: true };
}
