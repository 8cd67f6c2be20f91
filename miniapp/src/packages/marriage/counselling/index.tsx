import { bringOf } from '@jinmen/shared/services/marriage-registration/bring';
import { View } from '@tarojs/components';
import { counsellingWords as words } from '../../../copy/divorce';
import { marriageTitles } from '../../../copy/marriage-titles';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line, Title } from '../../../ui/words';
import '../booking.scss';
import { GuideCard } from '../guide/parts';

/** Somebody to talk to, alone or together, with a registration or without one. */
export default function CounsellingPage() {
  return (
    <Screen theme="base" title={marriageTitles.counselling}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line tone="quiet">{words.lead}</Line>
        <GuideCard code="counselling" />
        <Button id="choose" text={words.choose} onPress={() => openPage('marriageVenues', { kind: 'counselling' })} />
        <Card id="counselling-bring" title={words.bring} className="booking-lines">
          {bringOf.counselling.map((line) => (
            <Line key={line}>{line}</Line>
          ))}
        </Card>
        <Card id="counselling-along" title={words.along.title}>
          <Line>{words.along.line}</Line>
        </Card>
        <Card id="counselling-now" title={words.now}>
          <Line>{words.nowLine}</Line>
        </Card>
      </View>
    </Screen>
  );
}
