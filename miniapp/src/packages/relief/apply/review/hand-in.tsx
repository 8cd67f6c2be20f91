import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { MeView } from '@jinmen/shared/residents/views';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { reviewWords as words } from '../../../../copy/submit';
import { usePageShown } from '../../../../platform/lifecycle';
import { openPage } from '../../../../platform/navigate';
import { useBackOnline } from '../../../../platform/network';
import { ConsentAsk } from '../../../../shell/consent-ask';
import { refreshMe, useSession } from '../../../../state/session';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { Notice } from '../../../../ui/notice';
import { Heading, Line } from '../../../../ui/words';
import { AdultsCard } from '../../adults/adults-card';
import { signerOf } from '../../adults/signer';
import { Authorise, type Authorised } from './authorise';
import { asksToCheckMeans } from './review-view';
import { useSubmit } from './use-submit';

/** Asked for one by one, each on its own, before anything is handed in. */
const PURPOSES = ['real-name-verification', 'relief-application', 'sensitive-circumstances'];

/** Who it is, what they agree to, whether their means may be looked up; and then the one button. */
export function HandIn({ server }: { server: ApplicationView }) {
  const me = useSession((session) => session.me);
  const [consented, setConsented] = useState(false);
  const [answered, setAnswered] = useState<Authorised>();
  const { working, said, submit } = useSubmit(server);
  // Drawn only once nothing is missing, on a page shown before; and shown again on the way back from the real name.
  useEffect(() => void refreshMe(), []);
  usePageShown(() => void refreshMe());
  useBackOnline(() => void refreshMe());
  const signer = signerOf(server.adults);
  const authorised = server.authorised ? 'signed' : answered;
  const { realName } = me ?? {};
  const known = realName ?? me?.withheldName;
  const asksMeans = asksToCheckMeans(server) && signer !== undefined;
  const ready = realName !== undefined && consented && (authorised !== undefined || !asksMeans);
  return (
    <View className="stack">
      <Who me={me} />
      {known !== undefined && !consented && <Heading>{words.consent.title}</Heading>}
      {known !== undefined && <ConsentAsk purposes={purposesOf(server)} onAllGiven={() => setConsented(true)} />}
      {realName !== undefined && consented && asksMeans && (
        <Authorise id={server.id} member={signer} name={realName.name} authorised={authorised} onChange={setAnswered} />
      )}
      {consented && asksToCheckMeans(server) && <AdultsCard id={server.id} adults={server.adults} />}
      {said !== undefined && (
        <Notice tone="warn" className="submit-said">
          {said}
        </Notice>
      )}
      {ready && (
        <>
          <Line tone="quiet">{words.promise}</Line>
          <Button id="submit" text={working ? words.submitting : words.submit} onPress={submit} />
        </>
      )}
    </View>
  );
}

/** For a child under 14 the guardian agrees apart from everything else. */
function purposesOf({ subject }: ApplicationView): readonly string[] {
  return subject?.kind === 'ward' && subject.under14 ? [...PURPOSES, 'child-under-14'] : PURPOSES;
}

/** Nobody is asked who they are before it was heard that it is not known: without a network nothing was heard. */
function Who({ me }: { me: MeView | undefined }) {
  if (me === undefined) {
    return (
      <View id="name-unread">
        <Line tone="quiet">{words.name.unread}</Line>
        <Button id="again" kind="quiet" text={words.name.again} onPress={() => void refreshMe()} />
      </View>
    );
  }
  const known = me.realName ?? me.withheldName;
  if (known) return <Line className="handing-in">{words.name.known(known.name, known.idNumber)}</Line>;
  return (
    <Card id="real-name" title={words.name.title}>
      <Line>{words.name.line}</Line>
      <Button id="go-real-name" className="form-actions" text={words.name.go} onPress={() => openPage('realName')} />
    </Card>
  );
}
