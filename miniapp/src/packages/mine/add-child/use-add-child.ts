import { idNumberProblem, nameProblem, tidyName } from '@jinmen/shared/applications/check-field';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import { useRef, useState } from 'react';
import { platformWords } from '../../../copy/platform';
import { today } from '../../../platform/clock';
import { goBack } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import type { Trouble } from '../../../state/consents';
import { loadHelping } from '../../../state/helping';

export interface Child {
  readonly name: string;
  readonly idNumber: string;
  readonly relation?: 'child' | 'ward';
  readonly together?: boolean;
  readonly proof?: 'bureau' | 'paper';
}

export const nothingTyped: Child = { name: '', idNumber: '' };

type Fields = { readonly name?: string; readonly idNumber?: string };

/** Adds a child once. Under 14 the server asks for the guardian’s own yes first; whatever was typed stays. */
export function useAddChild() {
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [fields, setFields] = useState<Fields>({});
  const [trouble, setTrouble] = useState<Trouble>();
  const [asksConsent, setAsksConsent] = useState(false);
  const busy = useRef(false);
  const add = async (child: Child) => {
    const wrong = problemsOf(child);
    const chosen = child.relation !== undefined && child.together !== undefined && child.proof !== undefined;
    setFields(wrong);
    setMissing(!chosen);
    setTrouble(undefined);
    if (busy.current || !chosen || Object.keys(wrong).length > 0) return;
    busy.current = true;
    setWorking(true);
    const sent = await sendOnce<DependantView>({ name: 'add-dependant', path: '/dependants', body: bodyOf(child) });
    busy.current = false;
    setWorking(false);
    setAsksConsent(sent.kind === 'problem' && sent.code === 'consent.required');
    if (sent.kind === 'sent') {
      await loadHelping();
      goBack();
    } else if (sent.kind === 'kept') setTrouble({ kind: 'offline', words: platformWords.noNetwork });
    else if (sent.kind === 'problem' && sent.errors.length > 0) setFields(wordsAt(sent.errors));
    else if (sent.kind !== 'problem' || sent.code !== 'consent.required') setTrouble(sent);
  };
  return { working, missing, fields, trouble, asksConsent, add: (child: Child) => void add(child) };
}

function problemsOf({ name, idNumber }: Child): Fields {
  const wrongName = nameProblem(name)?.message;
  const wrongNumber = idNumberProblem(idNumber, today())?.message;
  return { ...(wrongName && { name: wrongName }), ...(wrongNumber && { idNumber: wrongNumber }) };
}

function bodyOf({ name, idNumber, relation, together, proof }: Child) {
  return { name: tidyName(name), idNumber: idDigits(idNumber), relation, proof, livesTogether: together };
}

function wordsAt(errors: readonly { readonly field: string; readonly message: string }[]): Fields {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}
