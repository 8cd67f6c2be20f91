import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { chooseWords } from '../../../copy/apply';
import { shanghaiTime } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { useSession } from '../../../state/session';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { titleOf } from '../programme-title';

/** Drafts begun before: gone on with rather than begun again. Nothing is said while nobody can say. */
export function OpenDraft() {
  const status = useSession((session) => session.status);
  const [drafts, setDrafts] = useState<readonly ApplicationListItem[]>([]);
  usePageShown(() => void look());
  const look = async () => {
    if (useSession.getState().status !== 'signed-in') return;
    const reply = await request<{ items: readonly ApplicationListItem[] }>({
      method: 'GET',
      path: '/relief/applications',
      session: 'required',
    });
    if (reply.kind === 'ok') setDrafts(reply.data.items.filter(({ state }) => state === 'draft'));
  };
  if (status !== 'signed-in' || drafts.length === 0) return null;
  return (
    <Card id="open-draft" title={chooseWords.draft.title} tone="soft">
      {drafts.map(({ id, programmes, updatedAt }) => (
        <ListRow
          key={id}
          className="open-draft"
          title={chooseWords.draft.open}
          line={chooseWords.draft.line(programmes.map(titleOf), shanghaiTime(Date.parse(updatedAt)))}
          onPress={() => openPage('apply', { id })}
        />
      ))}
    </Card>
  );
}
