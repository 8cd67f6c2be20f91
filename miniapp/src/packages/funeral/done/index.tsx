import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { doneWords as words } from '../../../copy/funeral-farewell';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage, replacePage } from '../../../platform/navigate';
import { MessageOffer } from '../../../shell/message-offer';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { FarewellShore } from '../farewell-shore';
import '../parts.scss';

/** The receipt: a number to say, what happens next, and who calls. */
export default function DonePage() {
  return (
    <FarewellShore title={funeralTitles.done} heading={() => words.heading} horizon>
      {(view) => <Receipt view={view} />}
    </FarewellShore>
  );
}

function Receipt({ view: { id, number, phone, wantsCalls, acts } }: { view: FarewellView }) {
  return (
    <>
      <Card id="receipt" title={words.number}>
        <View className="receipt-number">{number}</View>
        <Line tone="quiet">{words.numberLine}</Line>
      </Card>
      <Card id="what-next" title={words.next} className="said-lines">
        {words.steps.map((line) => (
          <Line key={line}>{line}</Line>
        ))}
        {phone !== undefined && <Line>{words.who(phone)}</Line>}
        {wantsCalls && <Line>{words.calls}</Line>}
      </Card>
      {!wantsCalls && <MessageOffer />}
      <Button id="hub" text={words.hub} onPress={() => replacePage('funeralFarewell', { id })} />
      {acts.includes('choose-voyage') && (
        <Button id="choose" kind="second" text={words.choose} onPress={() => openPage('funeralVoyages', { id })} />
      )}
    </>
  );
}
