import { troubleWords as words } from '../copy/trouble';
import { openPage, signInThen } from '../platform/navigate';
import type { Trouble } from '../state/consents';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Line } from '../ui/words';

/** Why something did not come, and the one thing to do about it; without `onAgain` that button stands on the page. */
export function TroubleCard({ trouble, onAgain }: { trouble: Trouble; onAgain?: () => void }) {
  if (trouble.kind === 'signed-out') {
    return (
      <Card id="signed-out">
        <Line>{words.signedOut}</Line>
        <Button id="go-sign-in" className="card-action" text={words.signIn} onPress={() => signInThen()} />
      </Card>
    );
  }
  if (trouble.kind === 'problem' && trouble.code === 'identity.required') return <NameFirst words={trouble.words} />;
  const traceId = trouble.kind === 'problem' ? trouble.traceId : undefined;
  return (
    <Card id="trouble">
      <Line>{trouble.words}</Line>
      {traceId !== undefined && <Line tone="fine">{words.number(traceId)}</Line>}
      {onAgain && <Button id="again" kind="second" className="card-action" text={words.again} onPress={onAgain} />}
    </Card>
  );
}

/** The way on stands beside the words; on the way back the page is as it was left. */
function NameFirst({ words: said }: { words: string }) {
  return (
    <Card id="trouble">
      <Line>{said}</Line>
      <Button
        id="trouble-real-name"
        className="card-action"
        text={words.realName}
        onPress={() => openPage('realName')}
      />
    </Card>
  );
}
