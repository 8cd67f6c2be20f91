import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { programmes } from '@jinmen/shared/catalogue';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { home } from '../../copy/home';
import { usePageShown } from '../../platform/lifecycle';
import { openPage } from '../../platform/navigate';
import { loadOpenApplications, useOpenApplications } from '../../state/open-applications';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { ListRow } from '../../ui/list-row';
import { Pill } from '../../ui/pill';
import { Line } from '../../ui/words';

const AT_A_GLANCE = 3;
const { mine: words } = home;

/** What the signed-in resident has going on; nothing at all for everybody else. */
export function useInHand(): { readonly items: readonly ApplicationListItem[]; readonly old: boolean } {
  const signedIn = useSession(({ status }) => status === 'signed-in');
  const { items = [], old } = useOpenApplications();
  usePageShown(() => void loadOpenApplications());
  // At the start of the app the page is shown before the vault has said who it is.
  useEffect(() => {
    if (signedIn) void loadOpenApplications();
  }, [signedIn]);
  return { items: signedIn ? items : [], old };
}

export function InHand({ items, old }: { items: readonly ApplicationListItem[]; old: boolean }) {
  return (
    <View>
      {old && <Line tone="quiet">{words.old}</Line>}
      {items.slice(0, AT_A_GLANCE).map((item) => (
        <Row key={item.id} item={item} />
      ))}
      {items.length > AT_A_GLANCE && (
        <Button id="all-in-hand" kind="quiet" text={words.all(items.length)} onPress={() => openPage('applications')} />
      )}
    </View>
  );
}

function Row({ item }: { item: ApplicationListItem }) {
  const draft = item.state === 'draft';
  const waits = item.waitsForYou && !draft ? words.waitsForYou : undefined;
  return (
    <ListRow
      className="in-hand"
      title={titlesOf(item)}
      line={draft ? words.draft : item.now}
      end={waits && <Pill text={waits} tone="warn" />}
      endWords={waits}
      onPress={() => openPage(draft ? 'apply' : 'caseDetail', { id: item.id })}
    />
  );
}

function titlesOf({ programmes: codes }: ApplicationListItem): string {
  return words.titles(codes.map((code) => programmes.find((each) => each.code === code)?.title ?? code));
}
