import type { DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { useEffect, useState } from 'react';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { useBackOnline } from '../../../platform/network';
import type { Trouble } from '../../../state/consents';
import { useSession } from '../../../state/session';

interface Divorce {
  /** The newest one; `none` when a registry took none. Never kept on the phone. */
  readonly mine: DivorceView | 'none' | undefined;
  readonly trouble: Trouble | undefined;
}

const nothing: Divorce = { mine: undefined, trouble: undefined };

/** What a registry took of theirs; asked for only when somebody is signed in. */
export function useDivorce() {
  const status = useSession((session) => session.status);
  const [divorce, setDivorce] = useState(nothing);
  const look = async () => {
    if (useSession.getState().status !== 'signed-in') return;
    const reply = await request<{ items: readonly DivorceView[] }>({
      method: 'GET',
      path: '/marriage/divorce',
      session: 'required',
    });
    if (reply.kind === 'ok') setDivorce({ mine: reply.data.items[0] ?? 'none', trouble: undefined });
    else if (reply.kind === 'signed-out') setDivorce(nothing);
    else if (reply.kind !== 'not-modified') setDivorce((now) => ({ ...now, trouble: reply }));
  };
  usePageShown(() => void look());
  useBackOnline(() => void look());
  useEffect(() => {
    if (status === 'signed-in') void look();
    else setDivorce(nothing);
  }, [status]);
  return { ...divorce, signedIn: status === 'signed-in', look };
}
