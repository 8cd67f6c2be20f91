import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { caseWords } from '../../../copy/case';
import { phones } from '../../../copy/phones';
import { callPhone } from '../../../platform/phone-call';
import { Card } from '../../../ui/card';
import { PhoneRow } from '../../../ui/phone-row';
import { Line } from '../../../ui/words';
import { holdersOf } from './case-view';

/** Whom to call: the office that has it; where its number is not known, that is said. */
export function Holders({ view }: { view: Pick<ApplicationView, 'cases'> }) {
  const holders = holdersOf(view);
  if (holders.length === 0) return null;
  return (
    <Card id="holders" title={caseWords.call.title}>
      {holders.map(({ holder, holderPhone }) =>
        holderPhone === undefined ? (
          <View key={holder}>
            <Line>{caseWords.call.none(holder)}</Line>
            <PhoneRow number={phones.hotline.number} what={phones.hotline.text} onCall={callPhone} />
          </View>
        ) : (
          <PhoneRow key={holder} number={holderPhone} what={holder} onCall={callPhone} />
        ),
      )}
    </Card>
  );
}
