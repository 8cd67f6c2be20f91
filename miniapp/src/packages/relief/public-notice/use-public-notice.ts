import type { PublicNoticeView } from '@jinmen/shared/applications/public-notice';
import { useCallback, useEffect, useState } from 'react';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { isRecord } from '../../../platform/shape';

export interface NoticeSeen {
  readonly view: PublicNoticeView | undefined;
  readonly problem: 'offline' | 'fault' | undefined;
  readonly again: () => void;
}

/** What the server would post, or posts; asked anew with every version, and when the resident comes back to the page. */
export function usePublicNotice(id: string, version: number): NoticeSeen {
  const [view, setView] = useState<PublicNoticeView>();
  const [problem, setProblem] = useState<NoticeSeen['problem']>();
  const ask = useCallback(async () => {
    const path = `/relief/applications/${encodeURIComponent(id)}/public-notice`;
    const reply = await request<PublicNoticeView>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok' && isRecord(reply.data) && Array.isArray(reply.data.notices)) {
      setView(reply.data);
      setProblem(undefined);
    } else setProblem(reply.kind === 'offline' ? 'offline' : 'fault');
  }, [id]);
  useEffect(() => void ask(), [ask, version]);
  usePageShown(() => void ask());
  return { view, problem, again: () => void ask() };
}
