import { View } from '@tarojs/components';
import { useState } from 'react';
import { home } from '../../copy/home';
import { appName } from '../../copy/shell';
import { usePageShown } from '../../platform/lifecycle';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { isQuiet, useBereavement } from '../../state/bereavement';
import { useElderMode } from '../../state/elder-mode';
import { keptAnswers, noAnswers } from '../../state/kept-on-phone';
import { ArchLine } from '../../ui/arch-line';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Door } from '../../ui/door';
import { EmptyState } from '../../ui/empty-state';
import { Line, Title } from '../../ui/words';
import { InHand, useInHand } from './in-hand';
import './index.scss';

export default function HomePage() {
  const { elder, toggle } = useElderMode();
  const [kept, setKept] = useState(noAnswers);
  const inHand = useInHand();
  const quiet = useBereavement(isQuiet);
  usePageShown(() => setKept(keptAnswers()));
  return (
    <Screen theme="base" title={appName} tab="home" urgentWay={false}>
      <View className="home-top">
        <Line tone="quiet">{home.place}</Line>
        <Button
          id="elder-switch"
          kind="quiet"
          className="elder-switch"
          text={elder ? home.elder.off : home.elder.on}
          onPress={toggle}
        />
      </View>
      <Title>{home.title}</Title>
      <ArchLine />
      <Door id="urgent" className="urgent" look="urgent" {...home.urgent} onPress={() => openPage('urgent')} />
      <View className="doors">
        <Door
          id="door-hardship"
          look="relief"
          {...home.doors.hardship}
          onPress={() => openPage('wizard', { door: 'general' })}
        />
        {!quiet && (
          <Door
            id="door-marriage"
            look="marriage"
            {...home.doors.marriage}
            onPress={() => openPage('marriageVenues', { kind: 'marriage' })}
          />
        )}
        <Door id="door-funeral" look="funeral" {...home.doors.funeral} onPress={() => openPage('funeralStart')} />
        <Door
          id="door-elder"
          look="eldercare"
          {...home.doors.elder}
          onPress={() => openPage('later', { door: 'elder' })}
        />
      </View>
      <Card title={home.mine.title}>
        {inHand.items.length > 0 && <InHand {...inHand} />}
        {kept.any && (
          <>
            <Line tone="quiet">{home.mine.resume(kept.answered)}</Line>
            <Button
              id="resume"
              kind="second"
              className="home-resume"
              text={home.mine.resumeAction}
              onPress={() => openPage('wizard')}
            />
          </>
        )}
        {inHand.items.length === 0 && !kept.any && <EmptyState why={home.mine.empty} next={home.mine.next} />}
      </Card>
    </Screen>
  );
}
