import { View } from '@tarojs/components';
import { mine } from '../../copy/mine';
import { tabNames } from '../../copy/shell';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { useElderMode } from '../../state/elder-mode';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { SwitchRow } from '../../ui/switch-row';
import { Line, Title } from '../../ui/words';
import { AccountCard } from './account-card';
import { KeptOnPhone } from './kept-on-phone';
import './index.scss';

export default function MinePage() {
  const { elder, toggle } = useElderMode();
  return (
    <Screen theme="base" title={tabNames.mine} tab="mine">
      <Title>{mine.title}</Title>
      <View className="stack">
        <AccountCard />
        <Card>
          <SwitchRow id="elder-switch" text={mine.elder.title} on={elder} onToggle={toggle} />
          <Line tone="quiet">{mine.elder.line}</Line>
        </Card>
        <KeptOnPhone />
        <Card title={mine.more.title}>
          <ListRow title={mine.more.urgent} line={mine.more.urgentLine} onPress={() => openPage('urgent')} />
          <ListRow
            id="waiting"
            title={mine.more.waiting}
            line={mine.more.waitingLine}
            onPress={() => openPage('marriageWaitlist')}
          />
          <ListRow
            id="no-shows"
            title={mine.more.noShows}
            line={mine.more.noShowsLine}
            onPress={() => openPage('noShows')}
          />
          <ListRow
            id="complaints"
            title={mine.more.complaints}
            line={mine.more.complaintsLine}
            onPress={() => openPage('complaints')}
          />
          <ListRow id="about" title={mine.more.about} line={mine.more.aboutLine} onPress={() => openPage('about')} />
        </Card>
      </View>
    </Screen>
  );
}
