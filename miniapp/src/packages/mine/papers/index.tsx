import type { PaperView } from '@jinmen/shared/applications/paper-views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { paperWords as words } from '../../../copy/papers';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack, openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { WhomBanner } from '../../../shell/whom-banner';
import { usePapers } from '../../../state/papers';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { PaperCard } from './paper-card';
import { SendAll } from './send-all';
import './papers.scss';

/** Every paper of an application and how it comes: with what was given before, a photo, later, in person, or looked up. */
export default function PapersPage() {
  const id = usePageParameter('id') ?? '';
  const papers = usePapers(id);
  const [later, setLater] = useState<readonly string[]>([]);
  usePageShown(() => void papers.look());
  const { view, trouble } = papers;
  const items = view?.papers?.items ?? [];
  const toggle = (kind: string) =>
    setLater((now) => (now.includes(kind) ? now.filter((each) => each !== kind) : [...now, kind]));
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void papers.look()} />}
        {!view && !trouble && <Skeleton words={words.loading} />}
        {view && <WhomBanner view={view} />}
        {view && <Line tone="quiet">{items.length > 0 ? words.lead : words.none}</Line>}
        {view && items.length > 0 && <Notice>{words.tip}</Notice>}
        {view?.papers &&
          items.map((paper) => (
            <PaperCard
              key={paper.kind}
              paper={paper}
              papers={papers}
              room={view.papers?.room ?? 0}
              later={later.includes(paper.kind)}
              onLater={() => toggle(paper.kind)}
            />
          ))}
        {view?.papers && <Remarks remarks={view.papers.remarks} />}
        {view && (
          <Promised
            id={id}
            items={items}
            later={later}
            open={view.state === 'open'}
            extend={view.papers?.terms.extend}
          />
        )}
        {view?.state === 'open' && <SendAll id={id} items={items} onView={papers.take} />}
        {view?.state === 'draft' ? (
          <Button id="back" kind="second" text={words.backToDraft} onPress={goBack} />
        ) : (
          <Button id="back" kind="quiet" text={words.back} onPress={goBack} />
        )}
      </View>
    </Screen>
  );
}

function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <Card id="remarks" title={words.remarks}>
      {remarks.map((remark) => (
        <Line key={remark}>{remark}</Line>
      ))}
    </Card>
  );
}

interface PromiseProps {
  readonly id: string;
  readonly items: readonly PaperView[];
  /** Chosen on this page. */
  readonly later: readonly string[];
  /** It was handed in. */
  readonly open: boolean;
  readonly extend?: readonly string[] | undefined;
}

/** One promise over all that follows; chosen anew it takes the place of the one before. */
function Promised({ id, items, later, open, extend }: PromiseProps) {
  const signed = items.filter(({ way }) => way === 'later').map(({ kind }) => kind);
  const kinds = open ? (extend ?? []) : [...new Set([...signed, ...later])];
  if (kinds.length === 0) return null;
  const fresh = later.some((kind) => !signed.includes(kind));
  const text = open ? words.extend : fresh ? words.promise(kinds.length) : words.promised;
  return (
    <Button
      id="to-promise"
      kind={fresh ? 'primary' : 'second'}
      text={text}
      onPress={() => openPage('promise', { id, kinds: kinds.join(',') })}
    />
  );
}
