import { useState } from 'react';
import { myData } from '../../../copy/my-data';
import { type Opened, openPdf, saveDataFile } from '../../../platform/document';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const words = myData.copy;
const FILE_NAME = 'my-data.json';

type Outcome = Exclude<Opened, 'opened'> | 'shown' | 'saved';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  shown: words.opened,
  saved: words.saved,
  'signed-out': words.signedOut,
  offline: words.offline,
  failed: words.failed,
};

/** 给我一份: drawn by the server, shown here and kept by nobody but who asked. */
export function CopyCard() {
  const [state, setState] = useState<Outcome | 'working'>();
  const make = async (how: () => Promise<Opened>, done: 'shown' | 'saved') => {
    if (state === 'working') return;
    setState('working');
    const outcome = await how();
    setState(outcome === 'opened' ? done : outcome);
  };
  const toRead = () => make(() => openPdf('/export'), 'shown');
  const forComputer = () => make(() => saveDataFile('/export', FILE_NAME), 'saved');
  return (
    <Card id="copy" title={words.title}>
      <Line>{words.line}</Line>
      <Line>{words.papers}</Line>
      <Line tone="quiet">{words.shared}</Line>
      {state !== undefined && <Line>{state === 'working' ? words.working : OUTCOMES[state]}</Line>}
      <Button id="take-copy" kind="second" className="card-action" text={words.button} onPress={() => void toRead()} />
      <Button id="take-data" kind="quiet" text={words.dataButton} onPress={() => void forComputer()} />
    </Card>
  );
}
