import type { ApplicationView } from '@jinmen/shared/applications/views';
import { urgent } from '../../../copy/urgent';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const { onCase: words } = urgent;

/** 先行救助: whoever waits for an application and cannot wait may have help first; place and phone come along. */
export function HelpFirst({ view: { id, state } }: { view: ApplicationView }) {
  if (state !== 'open') return null;
  return (
    <Card id="help-first" title={words.title}>
      <Line tone="quiet">{words.line}</Line>
      <Button
        id="help-first-go"
        kind="second"
        className="card-action"
        text={words.go}
        onPress={() => openPage('urgent', { application: id })}
      />
    </Card>
  );
}
