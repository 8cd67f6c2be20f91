import { useState } from 'react';
import { messageOffer as words } from '../copy/notices';
import { usePageShown } from '../platform/lifecycle';
import { askInTap, loadTemplates, type MessagesOutcome, useTemplates } from '../state/messages';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Line } from '../ui/words';

/** Offers a message of WeChat for the next step. Nothing is drawn where there is none to offer, e.g. in a browser. */
export function MessageOffer() {
  const { templates } = useTemplates();
  const [outcome, setOutcome] = useState<MessagesOutcome>();
  usePageShown(() => void loadTemplates());
  if (templates.length === 0) return null;
  return (
    <Card id="message-offer" title={words.title}>
      <Line>{outcome === undefined ? words.line : words[outcome]}</Line>
      {outcome !== 'asked' && (
        <Button
          id="ask-messages"
          kind="second"
          className="card-action"
          text={words.ask}
          onPress={() => void askInTap().then(setOutcome)}
        />
      )}
    </Card>
  );
}
