import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { voyagesWords as words } from '../../../copy/funeral';
import { funeralTitles } from '../../../copy/funeral-titles';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Heading, Line } from '../../../ui/words';
import { useVoyages } from '../api';
import { Shore } from '../shore';
import { VoyageCard } from '../voyage-card';
import { byMonth } from '../voyage-words';

/** What sails, month by month; where nothing does, a family signs up and is called. */
export default function VoyagesPage() {
  const voyages = useVoyages();
  return (
    <Shore title={funeralTitles.voyages} heading={words.heading} lead={words.lead} horizon seen={voyages}>
      {voyages.data && <Voyages voyages={voyages.data} />}
      <Line tone="quiet">{words.money}</Line>
    </Shore>
  );
}

function Voyages({ voyages }: { voyages: readonly VoyageView[] }) {
  const months = byMonth(voyages);
  if (months.length === 0) {
    return (
      <Card id="no-voyages">
        <EmptyState why={words.none} next={words.noneNext} />
      </Card>
    );
  }
  return (
    <>
      {months.map(({ key, title, voyages: sailing }) => (
        <View key={key} className="stack">
          <Heading>{title}</Heading>
          {sailing.map((voyage) => (
            <VoyageCard key={voyage.id} voyage={voyage} />
          ))}
        </View>
      ))}
    </>
  );
}
