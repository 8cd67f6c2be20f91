import { rulesVersionOf } from '@jinmen/shared/catalogue';
import { View } from '@tarojs/components';
import { about } from '../../../copy/mine';
import { dayInWords, shanghaiTime, today } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { originOn, useStandards } from '../../../state/standards';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line, Title } from '../../../ui/words';

export default function AboutPage() {
  const standards = useStandards();
  const { rows, fetchedAtMs } = standards;
  const origin = originOn(standards, today());
  return (
    <Screen theme="base" title={about.title}>
      <Title>{about.title}</Title>
      <View className="stack">
        <Card>
          <Line>{about.what}</Line>
        </Card>
        <Card title={about.rules}>
          <Line className="rules-version">{rulesVersionOf(rows, today())}</Line>
        </Card>
        <Card title={about.standards}>
          <Line>{about.asOf(dayInWords(today()))}</Line>
          <Line tone="quiet">
            {fetchedAtMs === undefined
              ? about.origin[origin]
              : `${about.origin[origin]}（${shanghaiTime(fetchedAtMs)}）`}
          </Line>
        </Card>
        <Card title={about.privacy.title}>
          {about.privacy.lines.map((line) => (
            <Line key={line}>{line}</Line>
          ))}
          <ListRow
            id="rules"
            title={about.privacy.rules}
            line={about.privacy.rulesLine}
            onPress={() => openPage('rules')}
          />
          <ListRow
            id="agreement"
            title={about.privacy.agreement}
            onPress={() => openPage('rules', { which: 'agreement' })}
          />
        </Card>
      </View>
    </Screen>
  );
}
