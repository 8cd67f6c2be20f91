import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { voyagesWords as words } from '../../../copy/funeral';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Heading, Line } from '../../../ui/words';
import { useVoyages } from '../api';
import { Shore } from '../shore';
import { useAboard } from '../use-aboard';
import { VoyageCard } from '../voyage-card';
import { byMonth, canBeChosen, titleOf } from '../voyage-words';

/** What sails, month by month; whoever would rather not choose signs up and is called. */
export default function VoyagesPage() {
  const farewell = usePageParameter('id');
  const voyages = useVoyages(useAboard(farewell));
  return (
    <Shore title={funeralTitles.voyages} heading={words.heading} lead={words.lead} horizon seen={voyages}>
      <Line tone="quiet">{words.money}</Line>
      {voyages.data && <Voyages voyages={voyages.data} farewell={farewell} />}
      <SignUp farewell={farewell} />
    </Shore>
  );
}

interface VoyagesProps {
  readonly voyages: readonly VoyageView[];
  /** The family that chooses, when it came from its own page. */
  readonly farewell: string | undefined;
}

function Voyages({ voyages, farewell }: VoyagesProps) {
  const months = byMonth(voyages);
  if (months.length === 0) {
    return (
      <Card id="no-voyages">
        <EmptyState why={words.none} next={words.noneNext} />
      </Card>
    );
  }
  const choose = ({ id }: VoyageView) =>
    openPage('funeralChoose', { voyage: id, ...(farewell !== undefined && { id: farewell }) });
  return (
    <>
      {months.map(({ key, title, voyages: sailing }) => (
        <View key={key} className="stack">
          <Heading>{title}</Heading>
          {sailing.map((voyage) => (
            <VoyageCard key={voyage.id} voyage={voyage}>
              {canBeChosen(voyage) && (
                <Button
                  id={`choose-${voyage.id}`}
                  kind="second"
                  className="card-action"
                  text={words.choose}
                  label={words.chooseLabel(titleOf(voyage))}
                  onPress={() => choose(voyage)}
                />
              )}
            </VoyageCard>
          ))}
        </View>
      ))}
    </>
  );
}

/** Nobody has to pick a day: a family says what suits it and is called (docs/policy-facts.md J17). */
function SignUp({ farewell }: Pick<VoyagesProps, 'farewell'>) {
  const go = () => openPage('funeralFarewell', farewell === undefined ? {} : { id: farewell });
  return (
    <Card id="sign-up-card">
      <Line>{words.signUpLine}</Line>
      <Button
        id="sign-up"
        className="card-action"
        text={farewell === undefined ? words.signUp : words.mine}
        onPress={go}
      />
    </Card>
  );
}
