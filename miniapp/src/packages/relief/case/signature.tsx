import type { AdultView } from '@jinmen/shared/applications/adults';
import type { TimelineView } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { useSession } from '../../../state/session';
import { signerOf } from '../adults/signer';
import { Authorise, type Authorised } from '../apply/review/authorise';
import { lookAgain } from './case-session';

interface SignatureProps {
  readonly id: string;
  readonly timeline: TimelineView;
  readonly adults: readonly AdultView[] | undefined;
}

/** Who left the signature for the street, or forgot it, can still give it here: the case waits for it. */
export function Signature({ id, timeline: { steps }, adults }: SignatureProps) {
  const me = useSession((session) => session.me);
  const [authorised, setAuthorised] = useState<Authorised>();
  const change = (now: Authorised) => {
    setAuthorised(now);
    if (now === 'signed') void lookAgain();
  };
  if (authorised === undefined && !steps.some(({ asks }) => asks === 'signature')) return null;
  return (
    <Authorise
      id={id}
      member={signerOf(adults) ?? 'applicant'}
      name={me?.realName?.name}
      authorised={authorised}
      onChange={change}
    />
  );
}
