import type { RulesView } from '@jinmen/shared/residents/rights';
import { useState } from 'react';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import type { Trouble } from '../../../state/consents';

/** One of the two texts everybody may read, as it is or, with `version`, as it was; for anybody, signed in or not. */
export function useRules(name: 'privacy' | 'agreement', version: string | undefined) {
  const [view, setView] = useState<RulesView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const read = async () => {
    const query = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
    const reply = await request<RulesView>({ method: 'GET', path: `/${name}${query}`, session: 'none' });
    if (reply.kind === 'ok') setView(reply.data);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  const load = () => void read();
  usePageShown(load);
  return { view, trouble, load };
}
