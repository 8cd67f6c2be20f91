import type { AdultView, SigningAnswer } from '@jinmen/shared/applications/adults';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useRef, useState } from 'react';
import { type Reply, request } from '../platform/http';
import { newKey } from '../platform/keys';
import type { Trouble } from './consents';

interface Posting {
  readonly path: string;
  readonly body: object;
}

/**
 * Posts what is meant once, under one key until a definite answer. Nothing of it is kept on the phone: what somebody
 * else types into it is theirs.
 */
export function usePosting<T>() {
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const meant = useRef<{ readonly wish: string; readonly key: string }>();
  // the second of two quick taps comes before `working` is drawn
  const busy = useRef(false);
  const post = async ({ path, body }: Posting): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    const wish = JSON.stringify([path, body]);
    const { key } = meant.current?.wish === wish ? meant.current : { key: newKey() };
    meant.current = { wish, key };
    setWorking(true);
    setTrouble(undefined);
    const reply: Reply<T> = await request<T>({ method: 'POST', path, body, key, session: 'required' });
    busy.current = false;
    setWorking(false);
    if (reply.kind === 'ok') {
      meant.current = undefined;
      return (reply.data ?? {}) as T;
    }
    if (reply.kind !== 'not-modified') setTrouble(reply);
    return undefined;
  };
  return { working, trouble, post };
}

export type Signed = ApplicationView & SigningAnswer;

export function authorisationsOf(id: string): string {
  return `/relief/applications/${encodeURIComponent(id)}/authorisations`;
}

/** One grown-up of an application, as it stands now; nothing else of the application is looked at. */
export function useAdult(id: string, member: string) {
  const [adult, setAdult] = useState<AdultView | 'gone'>();
  const [trouble, setTrouble] = useState<Trouble>();
  const take = (view: ApplicationView) => setAdult(view.adults?.find((each) => each.member === member) ?? 'gone');
  const look = async () => {
    const path = `/relief/applications/${encodeURIComponent(id)}`;
    const reply = await request<ApplicationView>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') take(reply.data);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  return { adult, trouble, look, take };
}
