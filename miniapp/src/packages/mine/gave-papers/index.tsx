import type { GivenPaperView } from '@jinmen/shared/residents/rights';
import { useState } from 'react';
import { myData } from '../../../copy/my-data';
import { shanghaiTime } from '../../../platform/clock';
import { type Opened, openPdf, openPhoto } from '../../../platform/document';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import { ListScreen } from '../list-screen';
import { usePages } from '../use-pages';

const { gave: words } = myData;

const OUTCOMES: Readonly<Record<Exclude<Opened, 'opened'>, string>> = {
  'signed-out': words.signedOut,
  offline: words.offline,
  failed: words.failed,
};

/** Every photo and file that was given with an application, each to be looked at again. */
export default function GavePapersPage() {
  const pages = usePages<GivenPaperView>('/papers');
  return (
    <ListScreen words={words} pages={pages}>
      {(item) => <Given key={item.id} item={item} />}
    </ListScreen>
  );
}

function Given({ item: { name, about, type, bytes, takenAt, sent, path } }: { item: GivenPaperView }) {
  const said = type === 'pdf' ? words.file : words.photo;
  return (
    <Card
      className="gave-paper"
      title={name}
      mark={<Pill text={sent ? words.sent : words.notSent} tone={sent ? 'success' : 'muted'} />}
    >
      <Line>{words.about(about)}</Line>
      <Line tone="quiet">{said(sizeWords(bytes), shanghaiTime(Date.parse(takenAt)))}</Line>
      {path === undefined ? <Line>{words.replaced}</Line> : <Look name={name} type={type} path={path} />}
    </Card>
  );
}

function Look({ name, type, path }: { name: string; type: GivenPaperView['type']; path: string }) {
  const [state, setState] = useState<Opened | 'working'>();
  const look = async () => {
    if (state === 'working') return;
    setState('working');
    setState(await (type === 'pdf' ? openPdf(path) : openPhoto(path)));
  };
  const trouble = state === undefined || state === 'opened' || state === 'working' ? undefined : OUTCOMES[state];
  return (
    <>
      {state === 'working' && <Line>{words.working}</Line>}
      {trouble !== undefined && <Line>{trouble}</Line>}
      <Button
        kind="second"
        className="card-action look"
        text={words.look}
        label={words.lookAt(name)}
        onPress={() => void look()}
      />
    </>
  );
}

/** In tenths of a million; nobody is helped by less. */
function sizeWords(bytes: number): string {
  return words.size(String(Math.max(0.1, Math.round(bytes / 100_000) / 10)));
}
