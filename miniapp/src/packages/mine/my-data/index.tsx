import { View } from '@tarojs/components';
import { myData as words } from '../../../copy/my-data';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { useSession } from '../../../state/session';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line, Title } from '../../../ui/words';
import { CopyCard } from './copy-card';
import { KinWishCard } from './kin-wish-card';

/** Everything a resident may know and decide about what is kept of them. The two texts are for everybody. */
export default function MyDataPage() {
  const status = useSession((session) => session.status);
  const signedIn = status === 'signed-in';
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        {status === 'signed-out' && <TroubleCard trouble={{ kind: 'signed-out' }} />}
        {signedIn && <MineAlone />}
        <Card>
          <ListRow id="rules" title={words.rules} line={words.rulesLine} onPress={() => openPage('rules')} />
          <ListRow
            id="agreement"
            title={words.agreement}
            line={words.agreementLine}
            onPress={() => openPage('rules', { which: 'agreement' })}
          />
        </Card>
        {signedIn && (
          <Card>
            <ListRow id="leave" title={words.leave.title} line={words.leave.line} onPress={() => openPage('leave')} />
          </Card>
        )}
        {signedIn && <KinWishCard />}
      </View>
    </Screen>
  );
}

function MineAlone() {
  return (
    <>
      <Card>
        <ListRow id="given" title={words.given.title} line={words.given.line} onPress={() => openPage('given')} />
        <ListRow id="seen" title={words.seen.title} line={words.seen.line} onPress={() => openPage('seen')} />
        <ListRow id="gave" title={words.gave.title} line={words.gave.line} onPress={() => openPage('gavePapers')} />
        <ListRow
          id="consents"
          title={words.consents.title}
          line={words.consents.line}
          onPress={() => openPage('consents')}
        />
        <ListRow
          id="wrong"
          title={words.wrong.title}
          line={words.wrong.line}
          onPress={() => openPage('complaints', { kind: 'correction' })}
        />
      </Card>
      <CopyCard />
    </>
  );
}
