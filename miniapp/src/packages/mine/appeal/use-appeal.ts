import type { AppealView, HandedInAppeal } from '@jinmen/shared/applications/appeal';
import { useRef, useState } from 'react';
import { appealWords as words } from '../../../copy/appeal';
import { dayInWords } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';

export interface Decision {
  readonly id: string;
  readonly programme: string;
}

/** The doors of one decision, from the server. */
export function useAppeal({ id, programme }: Decision) {
  const [appeal, setAppeal] = useState<AppealView>();
  const [missing, setMissing] = useState(false);
  const look = async () => {
    setMissing(false);
    const path = `/relief/applications/${encodeURIComponent(id)}/appeal?programme=${encodeURIComponent(programme)}`;
    const reply = await request<AppealView>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') setAppeal(reply.data);
    else if (reply.kind === 'signed-out') signInThen();
    setMissing(reply.kind !== 'ok');
  };
  return { appeal, missing, look: () => void look() };
}

/** Keeps with the application what the resident handed in elsewhere. */
export function useTelling({ id, programme }: Decision) {
  const [said, setSaid] = useState<string>();
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);
  const tell = async (kind: HandedInAppeal['kind'], on: string) => {
    if (busy.current) return;
    busy.current = true;
    setSaving(true);
    const sent = await sendOnce<object>({
      name: `appeal-${id}-${programme}-${kind}-${on}`,
      path: `/relief/applications/${encodeURIComponent(id)}/appeals`,
      body: { programme, kind, on },
    });
    busy.current = false;
    setSaving(false);
    if (sent.kind === 'sent') setSaid(words.told.saved(words.told[kind], dayInWords(on)));
    else if (sent.kind === 'signed-out') signInThen();
    else setSaid(sent.kind === 'problem' ? sent.words : words.told.kept);
  };
  return { said, saving, tell: (kind: HandedInAppeal['kind'], on: string) => void tell(kind, on) };
}
