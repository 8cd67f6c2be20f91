import type { ConfirmedNameView } from '@jinmen/shared/residents/views';
import { View } from '@tarojs/components';
import { realNameWords as words } from '../../../copy/real-name';
import { usePageShown } from '../../../platform/lifecycle';
import { goBack } from '../../../platform/navigate';
import { ConsentAsk } from '../../../shell/consent-ask';
import { Screen } from '../../../shell/screen';
import { loadConsents } from '../../../state/consents';
import { refreshMe, useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line, Title } from '../../../ui/words';
import { RealNameForm } from './real-name-form';
import { PURPOSE } from './use-verification';

/** Name and number, once, checked by the identity bureau. Neither is kept on the phone. */
export default function RealNamePage() {
  const { status, me } = useSession();
  usePageShown(() => {
    void refreshMe();
    void loadConsents();
  });
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      {me?.withheldName && <Withheld known={me.withheldName} />}
      {me?.realName && (
        <View className="stack">
          <Card id="verified" title={words.done.title}>
            <Line>{words.done.line(me.realName.name, me.realName.idNumber)}</Line>
            <Line tone="quiet">{words.kept}</Line>
          </Card>
          <Button id="go-on" text={words.done.next} onPress={goBack} />
        </View>
      )}
      {!me?.realName && !me?.withheldName && (
        <View className="stack">
          <Line>{words.lead}</Line>
          <Line tone="quiet">{words.kept}</Line>
          {/* The form stays while someone signs in again: what was typed is in it and nowhere else. */}
          <RealNameForm signedOut={status === 'signed-out'} />
        </View>
      )}
    </Screen>
  );
}

/** Nobody types their number twice for having taken a yes back. */
function Withheld({ known: { name, idNumber } }: { known: ConfirmedNameView }) {
  return (
    <View className="stack">
      <Card id="withheld" title={words.withheld.title}>
        <Line>{words.done.line(name, idNumber)}</Line>
        <Line tone="quiet">{words.withheld.line}</Line>
      </Card>
      <ConsentAsk purposes={[PURPOSE]} onAllGiven={() => void refreshMe()} />
    </View>
  );
}
