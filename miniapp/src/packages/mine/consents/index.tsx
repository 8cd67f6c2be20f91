import { View } from '@tarojs/components';
import { adultWords } from '../../../copy/adults';
import { consentWords as words } from '../../../copy/consents';
import { troubleWords } from '../../../copy/trouble';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { loadConsents, useConsents } from '../../../state/consents';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { ConsentCard } from './consent-card';

/** Every purpose on its own: what for, what stops without it, and the way to say yes, no, or take it back. */
export default function ConsentsPage() {
  const { consents, trouble } = useConsents();
  const load = () => void loadConsents();
  usePageShown(load);
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        {trouble && <TroubleCard trouble={trouble} onAgain={load} />}
        {consents === undefined && !trouble && <Skeleton words={troubleWords.reading} />}
        {consents?.map((consent) => (
          <ConsentCard key={consent.purpose} consent={consent} />
        ))}
        {consents !== undefined && (
          <Card>
            <ListRow
              id="signatures"
              title={adultWords.mine.title}
              line={adultWords.mine.line}
              onPress={() => openPage('signatures')}
            />
          </Card>
        )}
      </View>
    </Screen>
  );
}
