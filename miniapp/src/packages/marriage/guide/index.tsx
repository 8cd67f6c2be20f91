import { View } from '@tarojs/components';
import { guideWords as words } from '../../../copy/divorce';
import { marriageTitles } from '../../../copy/marriage-titles';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { ArchLine } from '../../../ui/arch-line';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Notice } from '../../../ui/notice';
import { Title } from '../../../ui/words';
import '../booking.scss';
import { GuideCard } from './parts';

/** Who may come, what to bring, how it goes. The figures and the sources are shared data; nothing here asks the network. */
export default function GuidePage() {
  return (
    <Screen theme="marriage" title={marriageTitles.guide}>
      <Title>{words.title}</Title>
      <ArchLine />
      <View className="stack">
        <GuideCard code="bring" />
        <GuideCard code="who" />
        <GuideCard code="steps" />
        <Notice>{words.free}</Notice>
        <Button id="start" text={words.start} onPress={() => openPage('marriageVenues', { kind: 'marriage' })} />
        <GuideCard code="not-here" />
        <Card>
          <ListRow
            id="replacement"
            title={words.replacement}
            onPress={() => openPage('marriageVenues', { kind: 'replacement' })}
          />
          <ListRow id="to-divorce" title={words.divorce} onPress={() => openPage('marriageDivorce')} />
          <ListRow id="to-counselling" title={words.counselling} onPress={() => openPage('counselling')} />
        </Card>
      </View>
    </Screen>
  );
}
