import type { TimelineView } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { useSession } from '../../../state/session';
import { Authorise, type Authorised } from '../apply/review/authorise';
import { lookAgain } from './case-session';

/** Who left the signature for the street, or forgot it, can still give it here: the case waits for it. */
export function Signature({ id, timeline: { steps } }: { id: string; timeline: TimelineView }) {
  const me = useSession((session) => session.me);
  const [authorised, setAuthorised] = useState<Authorised>();
  const change = (now: Authorised) => {
    setAuthorised(now);
    if (now === 'signed') void lookAgain();
  };
  if (authorised === undefined && !steps.some(({ asks }) => asks === 'signature')) return null;
  return <Authorise id={id} name={me?.realName?.name} authorised={authorised} onChange={change} />;
}
