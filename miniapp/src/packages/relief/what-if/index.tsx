import { yuan } from '@jinmen/shared/kernel/money';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { whatIf as words } from '../../../copy/what-if';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line, Title } from '../../../ui/words';
import { restoreInterview } from '../session';
import { AmountChoice } from './amount-choice';
import { useEarningMore } from './use-earning-more';
import { WhatChanges } from './what-changes';
import './what-if.scss';

/** Shown before anything is chosen: a sum a first job part of the day may bring. */
const FIRST_FEN = 50_000;

/** What earning more a month would change. Everything is worked out here; nothing chosen or typed is kept or sent. */
export default function WhatIfPage() {
  const [extraFen, setExtraFen] = useState(FIRST_FEN);
  usePageShown(restoreInterview);
  const earning = useEarningMore();
  return (
    <Screen theme="relief" title={words.pageTitle}>
      <Title>{words.title}</Title>
      <Line tone="quiet">{words.lead}</Line>
      {earning === undefined ? (
        <View className="stack what-if-part">
          <Line>{words.income.line}</Line>
          <Button id="to-questions" text={words.income.action} onPress={() => openPage('wizard')} />
        </View>
      ) : (
        <View>
          <AmountChoice mostFen={earning.mostFen} firstFen={FIRST_FEN} onChoose={setExtraFen} />
          <WhatChanges earning={earning} extraFen={extraFen} more={yuan(extraFen)} />
        </View>
      )}
      <View className="stack what-if-part">
        {words.notes.map(({ title, line, source }) => (
          <Card key={title} title={title}>
            <Line>{line}</Line>
            <Line tone="fine">{source}</Line>
          </Card>
        ))}
      </View>
    </Screen>
  );
}
