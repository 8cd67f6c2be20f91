import { useState } from 'react';
import { myData } from '../../../copy/my-data';
import { type Opened, openPdf } from '../../../platform/document';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const words = myData.copy;

const OUTCOMES: Readonly<Record<Opened, string>> = {
  opened: words.opened,
  'signed-out': words.signedOut,
  offline: words.offline,
  failed: words.failed,
};

/** 给我一份: drawn by the server, shown here and kept by nobody but who asked. */
export function CopyCard() {
  const [state, setState] = useState<Opened | 'working'>();
  const make = async () => {
    if (state === 'working') return;
    setState('working');
    setState(await openPdf('/export'));
  };
  return (
    <Card id="copy" title={words.title}>
      <Line>{words.line}</Line>
      <Line tone="quiet">{words.shared}</Line>
      {state !== undefined && <Line>{state === 'working' ? words.working : OUTCOMES[state]}</Line>}
      <Button id="take-copy" kind="second" className="card-action" text={words.button} onPress={() => void make()} />
    </Card>
  );
}
