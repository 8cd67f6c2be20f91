import type { FarewellAskView, FarewellListItem } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords, farewellsWords as words } from '../../../copy/funeral-farewell';
import { kinWords } from '../../../copy/funeral-kin';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage, replacePage } from '../../../platform/navigate';
import { useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { ListRow } from '../../../ui/list-row';
import { Line } from '../../../ui/words';
import { beginFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { calledOf } from '../farewell-view';
import { Shore } from '../shore';
import { useDeed } from '../use-deed';
import { useMine } from '../use-mine';

/** What somebody signed up or is part of; where there is nothing yet, the beginning of it. */
export function MyFarewells() {
  const mine = useMine();
  const deed = useDeed();
  const begin = async () => {
    const sent = await deed.run('begin', beginFarewell);
    if (sent?.kind === 'sent') replacePage('funeralFarewell', { id: sent.data.id });
  };
  const { farewells, asks } = mine.data ?? {};
  const none = farewells?.length === 0;
  return (
    <Shore title={funeralTitles.farewell} heading={words.heading} horizon seen={mine}>
      {none && (
        <Card id="no-farewell">
          <EmptyState why={words.none} next={words.noneLine} />
        </Card>
      )}
      {farewells && farewells.length > 0 && (
        <Card id="farewells">
          {farewells.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </Card>
      )}
      {asks && asks.length > 0 && <Asks asks={asks} />}
      {none && <ByPhone />}
      <Button
        id="begin"
        kind={farewells === undefined || none ? 'primary' : 'second'}
        text={deed.doing ? words.beginning : none ? words.begin : words.another}
        onPress={() => void begin()}
      />
      <DeedSaid {...deed} />
      <Button id="to-voyages" kind="quiet" text={words.voyages} onPress={() => openPage('funeralVoyages')} />
      <Line tone="quiet">{words.money}</Line>
    </Shore>
  );
}

/** What a desk signed up is theirs by name and number: this phone cannot know of it before it knows who they are. */
function ByPhone() {
  const isKnown = useSession(({ me }) => me === undefined || me.realName !== undefined);
  if (isKnown) return null;
  return (
    <Card id="by-phone">
      <Line>{words.byPhone}</Line>
      <Button
        id="by-phone-go"
        kind="second"
        className="card-action"
        text={words.byPhoneGo}
        onPress={() => openPage('realName')}
      />
    </Card>
  );
}

function Row({ item: { id, number, state, name, called } }: { item: FarewellListItem }) {
  const who = calledOf({ ...(called && { called }), ...(name !== undefined && { name }) });
  return (
    <ListRow
      id={`farewell-${id}`}
      title={farewellWords.heading(who)}
      line={words.line(number, words.states[state])}
      onPress={() => openPage('funeralFarewell', { id })}
    />
  );
}

/** Where somebody asked their family to be part of it. */
function Asks({ asks }: { asks: readonly FarewellAskView[] }) {
  return (
    <Card id="asks" title={kinWords.asks.title}>
      {asks.map(({ id, name, state, farewell }) => (
        <ListRow
          key={id}
          title={kinWords.asks[state](name)}
          {...(farewell !== undefined && { onPress: () => openPage('funeralFarewell', { id: farewell }) })}
        />
      ))}
    </Card>
  );
}
