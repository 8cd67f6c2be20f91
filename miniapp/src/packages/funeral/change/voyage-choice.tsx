import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { seaChangeWords as words } from '../../../copy/funeral-boarding';
import { Button } from '../../../ui/button';
import { Heading, Line } from '../../../ui/words';
import { useVoyages } from '../api';
import { VoyageCard } from '../voyage-card';
import { seatsAll, titleOf } from '../voyage-words';
import type { ToVoyage } from './use-to-voyage';

interface VoyageChoiceProps {
  readonly id: string;
  readonly lead?: string;
  readonly line?: string;
  readonly voyage: VoyageView;
  readonly go: string;
  /** Absent where it can only be read. */
  readonly change: ToVoyage | undefined;
}

/** One voyage they could have: each is drawn alike, so that none presses. */
export function VoyageChoice({ id, lead, line, voyage, go, change }: VoyageChoiceProps) {
  return (
    <View id={id} className="stack">
      {lead !== undefined && <Heading>{lead}</Heading>}
      <VoyageCard voyage={voyage}>
        {line !== undefined && <Line tone="quiet">{line}</Line>}
        {change && (
          <Button
            id={`take-${voyage.id}`}
            kind="second"
            className="card-action"
            text={change.working ? words.working : go}
            label={`${go}：${titleOf(voyage)}`}
            onPress={() => void change.to(voyage)}
          />
        )}
      </VoyageCard>
    </View>
  );
}

interface OtherVoyagesProps {
  readonly except: readonly VoyageView[];
  readonly aboard: number;
  readonly change: ToVoyage;
}

/** Every voyage all of them can have but those that stand on the page already. */
export function OtherVoyages({ except, aboard, change }: OtherVoyagesProps) {
  const { data = [] } = useVoyages(aboard);
  const others = data.filter((voyage) => seatsAll(voyage) && !except.some(({ id }) => id === voyage.id));
  return (
    <View id="other-voyages" className="stack">
      {others.length === 0 && <Line>{words.noOthers}</Line>}
      {others.map((voyage) => (
        <VoyageChoice key={voyage.id} id={`any-${voyage.id}`} voyage={voyage} go={words.others.go} change={change} />
      ))}
    </View>
  );
}
