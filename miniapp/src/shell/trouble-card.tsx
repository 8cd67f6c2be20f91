import { troubleWords as words } from '../copy/trouble';
import { openPage, signInThen } from '../platform/navigate';
import type { Trouble } from '../state/consents';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Line } from '../ui/words';

interface Way {
  readonly id: string;
  readonly text: string;
  readonly page: 'realName' | 'consents';
}

/** What has to be settled first, on a page of its own. */
const WAYS: Readonly<Record<string, Way>> = {
  'identity.required': { id: 'trouble-real-name', text: words.realName, page: 'realName' },
  'consent.required': { id: 'trouble-consent', text: words.consent, page: 'consents' },
};

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
  if (trouble.kind === 'problem') {
    const way = WAYS[trouble.code];
    if (way) return <FirstElsewhere words={trouble.words} way={way} />;
  }
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
function FirstElsewhere({ words: said, way }: { words: string; way: Way }) {
  return (
    <Card id="trouble">
      <Line>{said}</Line>
      <Button id={way.id} className="card-action" text={way.text} onPress={() => openPage(way.page)} />
    </Card>
  );
}
