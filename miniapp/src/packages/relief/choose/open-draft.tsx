import type { SubjectView } from '@jinmen/shared/applications/subject';
import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { chooseWords } from '../../../copy/apply';
import { shanghaiTime } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { titleOf } from '../programme-title';

const { draft: words } = chooseWords;
const AT_A_GLANCE = 3;

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
    <Card id="open-draft" title={words.title(drafts.length)} tone="soft">
      {drafts.slice(0, AT_A_GLANCE).map(({ id, programmes, subject, updatedAt }) => (
        <ListRow
          key={id}
          className="open-draft"
          title={words.named(programmes.map(titleOf), whomOf(subject))}
          line={words.line(shanghaiTime(Date.parse(updatedAt)))}
          onPress={() => openPage('apply', { id })}
        />
      ))}
      {drafts.length > AT_A_GLANCE && (
        <Button id="all-drafts" kind="quiet" text={words.all} onPress={() => openPage('applications')} />
      )}
    </Card>
  );
}

/** The other person it is for; nobody is named where it is for the reader. */
function whomOf(subject: SubjectView | undefined): string | undefined {
  if (subject === undefined || subject.kind === 'self' || (subject.kind === 'helped' && subject.you)) return undefined;
  return subject.name;
}
