import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { applicationWords as words } from '../../../copy/case';
import { platformWords } from '../../../copy/platform';
import { timeOfDay } from '../../../platform/clock';
import { type Reply, request } from '../../../platform/http';
import { usePageShown, usePulledDown } from '../../../platform/lifecycle';
import { openPage, signInThen } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { useUndo } from '../../../shell/use-undo';
import { forgetDraftOnPhone } from '../../../state/applications-on-phone';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { ApplicationCard, draftName, titlesOf } from './application-card';
import { groupsOf } from './applications-view';
import { UrgentRows } from './urgent-rows';
import { useApplications } from './use-applications';

/** 我的申请: what waits for the resident, what is on its way, what is over, and what is not handed in yet. */
export default function ApplicationsPage() {
  const list = useApplications();
  usePageShown(() => void list.look());
  usePulledDown(list.look);
  const { items, problem } = list;
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        {problem === 'signed-out' && <SignIn />}
        {problem === 'offline' && <Notice tone="warn">{words.offline}</Notice>}
        {problem === 'fault' && <Notice tone="warn">{platformWords.serverFault}</Notice>}
        {(problem === 'offline' || problem === 'fault') && (
          <Button id="retry" kind="second" text={words.retry} onPress={() => void list.look()} />
        )}
        {items === undefined && problem === undefined && <Skeleton words={words.loading} />}
        <UrgentRows />
        {items !== undefined && <Groups items={items} onChanged={() => void list.look()} />}
        {list.nextCursor !== undefined && (
          <Button id="more" kind="second" text={words.more} onPress={() => void list.more()} />
        )}
        {items !== undefined && <Line tone="fine">{words.updated(timeOfDay(list.atMs))}</Line>}
      </View>
    </Screen>
  );
}

function SignIn() {
  return (
    <>
      <Notice>{words.signedOut}</Notice>
      <Button id="sign-in" text={words.signIn} onPress={() => signInThen()} />
    </>
  );
}

function Groups({ items, onChanged }: { items: readonly ApplicationListItem[]; onChanged: () => void }) {
  const [stuck, setStuck] = useState<string>();
  // Gone from the screen at once, from the server only when nobody wants it back: deleted there it does not return.
  const { pending, begin, undo } = useUndo<ApplicationListItem>((gone) => void remove(gone));
  const remove = async (gone: ApplicationListItem) => {
    const { id } = gone;
    const path = `/relief/applications/${encodeURIComponent(id)}`;
    const reply = await request({ method: 'DELETE', path, session: 'required' });
    const done = reply.kind === 'ok' || (reply.kind === 'problem' && reply.status === 404);
    setStuck(done ? undefined : words.stays(draftName(gone), whyNot(reply)));
    if (done) await forgetDraftOnPhone(id);
    onChanged();
  };
  const shown = items.filter(({ id }) => id !== pending?.id);
  return (
    <>
      {stuck !== undefined && (
        <Notice tone="warn" className="stuck">
          {stuck}
        </Notice>
      )}
      {pending !== undefined && (
        <Notice className="removed">
          {words.removed(titlesOf(pending))}
          <Button id="undo" kind="quiet" text={words.undo} onPress={undo} />
        </Notice>
      )}
      {shown.length === 0 && pending === undefined && <Empty />}
      {groupsOf(shown).map(({ name, items: own }) => (
        <View key={name} id={`group-${name}`} className="stack">
          <View className="heading">{words.groups[name]}</View>
          {own.map((item) => (
            <ApplicationCard key={item.id} item={item} onRemove={() => begin(item)} />
          ))}
        </View>
      ))}
      <Button
        id="apply-more"
        kind="second"
        text={shown.length > 0 ? words.chooseMore : words.choose}
        onPress={() => openPage('applyChoose')}
      />
    </>
  );
}

/** Trying again helps where nobody said why; one kept by law, or handed in meanwhile, is answered with its reason. */
function whyNot(reply: Reply<unknown>): string {
  return reply.kind === 'problem' && reply.status === 409 ? reply.words : words.stuck;
}

function Empty() {
  return (
    <>
      <Card>
        <EmptyState why={words.empty} next={words.emptyNext} />
      </Card>
      <Button id="check" kind="second" text={words.check} onPress={() => openPage('wizard')} />
    </>
  );
}
