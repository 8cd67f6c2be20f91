import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line, Title } from '../../../ui/words';
import { useKinds } from '../api';

/** The one who comes here may be marrying, parting or looking for a lost paper: every way stands alike, in plain words. */
export default function KindsPage() {
  const kinds = useKinds();
  return (
    <Screen theme="base" title={marriageTitles.kinds}>
      <Title>{marriage.kinds.title}</Title>
      <View className="stack">
        <Line tone="quiet">{marriage.kinds.lead}</Line>
        <Card>
          {kinds.map(({ code, title, line }) => (
            <ListRow key={code} id={`kind-${code}`} title={title} line={line} onPress={() => openKind(code)} />
          ))}
        </Card>
      </View>
    </Screen>
  );
}

/** What has days of its own, or is talked about first, has its own page before the places. */
function openKind(code: string): void {
  if (code === 'counselling') openPage('counselling');
  else if (code.startsWith('divorce')) openPage('marriageDivorce');
  else openPage('marriageVenues', { kind: code });
}
