import type { UrgentListView, UrgentView } from '@jinmen/shared/urgent/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { urgent } from '../../../copy/urgent';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { ListRow } from '../../../ui/list-row';
import { Heading } from '../../../ui/words';

/** What was asked for at once, before everything that has its time; nothing at all where there is none. */
export function UrgentRows() {
  const [items, setItems] = useState<readonly UrgentView[]>([]);
  usePageShown(() => void load().then((found) => found && setItems(found)));
  if (items.length === 0) return null;
  return (
    <View id="group-urgent" className="stack">
      <Heading>{urgent.mine.title}</Heading>
      {items.map(({ id, number, state }) => (
        <ListRow
          key={id}
          id={`urgent-${number}`}
          title={urgent.mine.rowTitle(number)}
          line={urgent.mine.states[state]}
          onPress={() => openPage('urgentSent', { number })}
        />
      ))}
    </View>
  );
}

async function load(): Promise<readonly UrgentView[] | undefined> {
  const reply = await request<UrgentListView>({ method: 'GET', path: '/urgent-requests', session: 'required' });
  if (reply.kind === 'ok') return reply.data.items;
  return reply.kind === 'signed-out' ? [] : undefined;
}
