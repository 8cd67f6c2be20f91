import { useEffect, useState } from 'react';
import { messageOffer as words } from '../copy/notices';
import { usePageShown } from '../platform/lifecycle';
import { openPage } from '../platform/navigate';
import { consentFor, useConsents } from '../state/consents';
import { askInTap, loadMessageOffer, MESSAGES_PURPOSE, type MessagesOutcome, useTemplates } from '../state/messages';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Line } from '../ui/words';

/** Offers a message of WeChat for the next step. Nothing is drawn where there is none to offer, e.g. in a browser. */
export function MessageOffer() {
  const { templates } = useTemplates();
  const consent = useConsents(({ consents }) => consentFor(consents, MESSAGES_PURPOSE));
  const [outcome, setOutcome] = useState<MessagesOutcome>();
  // Drawn on a page that was shown before: no showing of it is told any more.
  useEffect(() => void loadMessageOffer(), []);
  usePageShown(() => void loadMessageOffer());
  if (templates.length === 0 || consent === undefined) return null;
  if (consent.state === 'refused' || consent.state === 'withdrawn') return <WayBack said={outcome} />;
  const given = consent.state === 'given';
  return (
    <Card id="message-offer" title={words.title}>
      <Line>{outcome === undefined ? words.line : words[outcome]}</Line>
      {!given && (
        <>
          <Line tone="quiet">{words.first}</Line>
          <Line>{consent.text}</Line>
          <Line tone="quiet">{consent.without}</Line>
        </>
      )}
      {outcome !== 'asked' && (
        <Button
          id="ask-messages"
          kind="second"
          className="card-action"
          text={given ? words.ask : words.agreeAndAsk}
          onPress={() => void askInTap(consent).then(setOutcome)}
        />
      )}
    </Card>
  );
}

/** Asked once, and the answer was no: nothing is asked again, only the place is named where it can be changed. */
function WayBack({ said }: { said: MessagesOutcome | undefined }) {
  return (
    <Card id="message-way-back">
      {said === 'refused' && <Line>{words.refused}</Line>}
      <Line tone="quiet">{words.wayBack}</Line>
      <Button
        id="to-consents"
        kind="quiet"
        className="card-action"
        text={words.toConsents}
        onPress={() => openPage('consents')}
      />
    </Card>
  );
}
