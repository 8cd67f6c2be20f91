import { tidySaid } from '@jinmen/shared/urgent/told';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import { type SentOnce, sendOnce } from '../../../platform/send-once';
import { useSession } from '../../../state/session';
import { arrived, trying, useUrgent } from '../../../state/urgent';

/** Sends what is written, once, however often it is tried and whoever signs in between. */
export async function sendUrgent(): Promise<SentOnce<UrgentView>> {
  const { draft } = useUrgent.getState();
  const secret = await trying();
  const body = { ...tidySaid(draft), secret };
  const name = `urgent-${secret.slice(0, 8)}`;
  const sent = await sendOnce<UrgentView>({ name, path: '/urgent-requests', body, session: 'optional' });
  if (sent.kind !== 'sent') return sent;
  const claimed = useSession.getState().status === 'signed-in';
  await arrived({ number: sent.data.number, secret, at: sent.data.at, claimed });
  return sent;
}
