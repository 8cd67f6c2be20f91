import { MOST_ABOARD, type SeaCompany, type SeaRelative } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sectionWords } from '../../../copy/funeral-farewell';
import { newKey } from '../../../platform/keys';
import { useUndo } from '../../../shell/use-undo';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { Heading, Line } from '../../../ui/words';
import { CountPart } from '../count-part';
import { answer, useFarewell } from '../draft/session';
import { SectionPage } from '../section-page';
import { PersonCard } from './person-card';
import { halfWritten, roomOf } from './person-draft';
import { PersonForm } from './person-form';

const { company: words } = sectionWords;
const MOST_ASHORE = 50;

/** How many come along before anybody has to be named. */
export default function CompanyPage() {
  return (
    <SectionPage section="company">
      {({ company, way }) => (
        <>
          {way === 'proxy' ? (
            <Notice>{words.proxy}</Notice>
          ) : (
            <CountPart
              path="company.aboard"
              label={words.aboard}
              help={words.more(MOST_ABOARD)}
              count={company.aboard}
              least={1}
              most={MOST_ABOARD}
              onCount={(aboard) => answer({ 'company.aboard': aboard })}
            />
          )}
          <CountPart
            path="company.ashore"
            label={words.ashore}
            help={words.ashoreHelp}
            count={company.ashore}
            least={0}
            most={MOST_ASHORE}
            onCount={(ashore) => answer({ 'company.ashore': ashore })}
          />
          <Place />
          {(way !== 'proxy' || company.ashore > 0 || company.named.length > 0) && <Named company={company} />}
        </>
      )}
    </SectionPage>
  );
}

/** With a place already, a number is not only written down. */
function Place() {
  const placed = useFarewell(({ server }) => server?.place !== undefined);
  return placed ? <Line tone="quiet">{words.resize}</Line> : null;
}

/** Names, one after the other; somebody taken out can be brought back for a while. */
function Named({ company }: { company: SeaCompany }) {
  const { aboard, ashore, named } = company;
  const problem = useFarewell(({ problems }) => problems['company.named']);
  const typed = useFarewell(({ unsent }) => unsent.typed);
  const [writing, setWriting] = useState(() => halfWritten(typed));
  const { pending, begin, undo } = useUndo<SeaRelative>((gone) => {
    answer({ 'company.named': named.filter(({ id }) => id !== gone.id) });
  });
  const people = named.filter(({ id }) => id !== pending?.id);
  const keep = (person: SeaRelative, controls: readonly string[]) => {
    const others = people.some(({ id }) => id === person.id)
      ? people.map((each) => (each.id === person.id ? person : each))
      : [...people, person];
    answer({ 'company.named': others }, controls);
    setWriting(undefined);
  };
  return (
    <View className="stack">
      <Heading>{words.named}</Heading>
      <Line tone="quiet">{words.namedHelp}</Line>
      <Line tone="quiet">{words.doctor}</Line>
      {pending !== undefined && (
        <Notice className="removed">
          {words.removed(pending.name)}
          <Button id="undo" kind="quiet" text={words.undo} onPress={undo} />
        </Notice>
      )}
      {people.map((person, at) =>
        person.id === writing ? null : (
          <PersonCard
            key={person.id}
            person={person}
            at={at}
            onChange={() => setWriting(person.id)}
            onRemove={() => begin(person)}
          />
        ),
      )}
      {writing !== undefined && (
        <PersonForm
          key={writing}
          id={writing}
          before={people.find(({ id }) => id === writing)}
          room={roomOf({ ...company, named: people }, writing)}
          onKeep={keep}
          onCancel={() => setWriting(undefined)}
        />
      )}
      <FieldError text={problem} />
      {writing === undefined && people.length < aboard + ashore && (
        <Button id="add-person" kind="second" text={words.add} onPress={() => setWriting(newKey())} />
      )}
    </View>
  );
}
