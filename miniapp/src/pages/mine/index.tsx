import { View } from '@tarojs/components';
import { useState } from 'react';
import { mine } from '../../copy/mine';
import { tabNames } from '../../copy/shell';
import { askToConfirm } from '../../platform/ask';
import { usePageShown } from '../../platform/lifecycle';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { useElderMode } from '../../state/elder-mode';
import { forgetAnswers, keptAnswers, noAnswers } from '../../state/kept-on-phone';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { SwitchRow } from '../../ui/switch-row';
import { Line, Title } from '../../ui/words';
import './index.scss';

export default function MinePage() {
  const { elder, toggle } = useElderMode();
  return (
    <Screen theme="base" title={tabNames.mine} tab="mine">
      <Title>{mine.title}</Title>
      <View className="stack">
        <Card>
          <SwitchRow id="elder-switch" text={mine.elder.title} on={elder} onToggle={toggle} />
          <Line tone="quiet">{mine.elder.line}</Line>
        </Card>
        <KeptOnPhone />
        <Card title={mine.more.title}>
          <ListRow title={mine.more.urgent} line={mine.more.urgentLine} onPress={() => openPage('urgent')} />
          <ListRow id="about" title={mine.more.about} line={mine.more.aboutLine} onPress={() => openPage('about')} />
        </Card>
      </View>
    </Screen>
  );
}

function KeptOnPhone() {
  const [kept, setKept] = useState(noAnswers);
  const [cleared, setCleared] = useState(false);
  usePageShown(() => setKept(keptAnswers()));
  const clear = async () => {
    if (!(await askToConfirm(mine.kept.confirm))) return;
    setCleared(forgetAnswers());
    setKept(keptAnswers());
  };
  return (
    <Card title={mine.kept.title}>
      <Line tone="quiet" className="kept-words">
        {kept.any ? mine.kept.answers(kept.answered) : cleared ? mine.kept.cleared : mine.kept.none}
      </Line>
      {kept.any && (
        <Button id="clear" className="mine-clear" kind="second" text={mine.kept.clear} onPress={() => void clear()} />
      )}
    </Card>
  );
}
