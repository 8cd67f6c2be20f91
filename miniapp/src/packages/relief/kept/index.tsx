import { View } from '@tarojs/components';
import { useState } from 'react';
import { keep } from '../../../copy/keep';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { readKeptResults, useKeptResults, wipeKeptResults } from '../../../state/kept-results';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { ListRow } from '../../../ui/list-row';
import { Notice } from '../../../ui/notice';
import { Line, Title } from '../../../ui/words';
import { keptInShort, keptWhen } from '../kept-view';
import { Wiped } from './wiped';
import './kept.scss';

/** The results kept on this phone: open one, or wipe them all at one press. */
export default function KeptPage() {
  const { read, problem } = useKeptResults();
  const [stuck, setStuck] = useState(false);
  usePageShown(() => void readKeptResults());
  const wipeAll = async () => setStuck(!(await wipeKeptResults()));
  return (
    <Screen theme="relief" title={keep.list.title}>
      <Title>{keep.list.title}</Title>
      <View className="stack">
        <Wiped />
        {stuck && <Notice tone="warn">{keep.list.stuck}</Notice>}
        {!read && <Line tone="quiet">{keep.list.reading}</Line>}
        {read && (problem ? <Unreadable onWipe={wipeAll} /> : <KeptList onWipeAll={wipeAll} />)}
      </View>
    </Screen>
  );
}

function KeptList({ onWipeAll }: { onWipeAll: () => Promise<void> }) {
  const results = useKeptResults((kept) => kept.results);
  if (results.length === 0) return <NothingKept />;
  return (
    <>
      <Line tone="quiet">{keep.list.lead}</Line>
      <Card>
        {results.map((result) => (
          <ListRow
            key={result.id}
            className="kept-row"
            title={keptWhen(result)}
            line={keptInShort(result)}
            onPress={() => openPage('keptResult', { id: result.id })}
          />
        ))}
      </Card>
      <Line tone="quiet">{keep.list.mayGo}</Line>
      <Button id="wipe-all" kind="second" text={keep.list.wipeAll} onPress={() => void onWipeAll()} />
    </>
  );
}

function NothingKept() {
  return (
    <>
      <Card>
        <EmptyState why={keep.list.none} next={keep.list.noneNext} />
      </Card>
      <Button kind="second" text={keep.list.check} onPress={() => openPage('wizard')} />
    </>
  );
}

function Unreadable({ onWipe }: { onWipe: () => Promise<void> }) {
  return (
    <Card>
      <Line className="kept-problem">{keep.problems.unreadable}</Line>
      <Button id="wipe-all" kind="second" text={keep.list.wipeBroken} onPress={() => void onWipe()} />
    </Card>
  );
}
