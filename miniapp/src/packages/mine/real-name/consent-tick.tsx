import type { ConsentView } from '@jinmen/shared/residents/views';
import { View } from '@tarojs/components';
import { realNameWords as words } from '../../../copy/real-name';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Line } from '../../../ui/words';

interface ConsentTickProps {
  readonly consent: ConsentView;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

/** A yes of its own, unticked: the button below is none (PIPL 14). */
export function ConsentTick({ consent, ticked, onTick }: ConsentTickProps) {
  if (consent.state === 'given') return <Line tone="quiet">{words.consentGiven}</Line>;
  return (
    <Card id="consent" title={consent.title}>
      <Line tone="quiet">{words.consentAsk}</Line>
      <Line>{consent.text}</Line>
      <Line tone="quiet" className="card-apart">
        {consent.without}
      </Line>
      <View className="card-action">
        <ChoiceList
          label={consent.title}
          choices={[{ value: 'yes', label: words.consent }]}
          chosen={ticked ? ['yes'] : []}
          pick="many"
          onChoose={onTick}
        />
      </View>
    </Card>
  );
}
