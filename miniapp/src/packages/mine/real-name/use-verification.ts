import { tidyName } from '@jinmen/shared/applications/check-field';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import type { ConsentView, VerificationView } from '@jinmen/shared/residents/views';
import { useRef, useState } from 'react';
import { request } from '../../../platform/http';
import { answerConsent, type Trouble } from '../../../state/consents';
import { refreshMe } from '../../../state/session';
import type { FieldWords, Typed } from './check';

export const PURPOSE = 'real-name-verification';

export type Outcome =
  | { readonly kind: 'not-confirmed' | 'later'; readonly words: string | undefined }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly fields: FieldWords };

export type Verification =
  | { readonly state: 'idle'; readonly outcome?: Outcome }
  | { readonly state: 'working'; readonly slow: boolean };

const SLOW_AFTER_MS = 5_000;
/** The server waits for the bureau, which may take its time. */
const TIMEOUT_MS = 15_000;

/** One check at a time. A `verified` shows itself in the session: the page looks there. */
export function useVerification() {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const underway = useRef(false);
  const verify = async (typed: Typed, consent: ConsentView) => {
    if (underway.current) return;
    underway.current = true;
    setVerification({ state: 'working', slow: false });
    const waiting = setTimeout(() => setVerification({ state: 'working', slow: true }), SLOW_AFTER_MS);
    const outcome = await verifyOnce(typed, consent);
    clearTimeout(waiting);
    underway.current = false;
    setVerification({ state: 'idle', ...(outcome && { outcome }) });
  };
  return { verification, verify };
}

async function verifyOnce(typed: Typed, consent: ConsentView): Promise<Outcome | undefined> {
  if (consent.state !== 'given') {
    const refused = await answerConsent(consent, true);
    if (refused) return { kind: 'trouble', trouble: refused, fields: {} };
  }
  const reply = await request<VerificationView>({
    method: 'POST',
    path: '/identity/verifications',
    body: { name: tidyName(typed.name), idNumber: idDigits(typed.idNumber) },
    session: 'required',
    timeoutMs: TIMEOUT_MS,
  });
  if (reply.kind === 'not-modified') return undefined;
  if (reply.kind !== 'ok') return { kind: 'trouble', trouble: reply, fields: fieldsOf(reply) };
  const { outcome, words } = reply.data;
  if (outcome !== 'verified') return { kind: outcome, words };
  const me = await refreshMe();
  return me.kind === 'ok' || me.kind === 'not-modified' ? undefined : { kind: 'trouble', trouble: me, fields: {} };
}

function fieldsOf(trouble: Trouble): FieldWords {
  if (trouble.kind !== 'problem') return {};
  const of = (field: keyof Typed) => trouble.errors.find((error) => error.field === field)?.message;
  const name = of('name');
  const idNumber = of('idNumber');
  return { ...(name && { name }), ...(idNumber && { idNumber }) };
}
