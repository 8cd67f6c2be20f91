import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { simPeopleWords as words } from '../../../copy/sim-people';
import { request } from '../../../platform/http';
import { isRecord, textOf } from '../../../platform/shape';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { FieldError } from '../../../ui/field-error';
import { ListRow } from '../../../ui/list-row';
import { SearchField } from '../../../ui/search-field';
import { Line } from '../../../ui/words';

interface SimPerson {
  readonly name: string;
  readonly scenario: string;
}

const AT_ONCE = 20;

/** The made-up people of the simulators, for a browser that has no `wx.login`. Builds for development alone have it. */
export function SimPeople({ onChoose }: { onChoose: (code: string) => void }) {
  const [people, setPeople] = useState<readonly SimPerson[] | 'failed'>();
  const [looked, setLooked] = useState('');
  useEffect(() => {
    void fetchPeople().then(setPeople);
  }, []);
  return (
    <Card id="sim-people" title={words.title}>
      <Line tone="quiet">{words.line}</Line>
      {people === undefined && <Line tone="quiet">{words.reading}</Line>}
      {people === 'failed' && <FieldError text={words.failed} />}
      {Array.isArray(people) && (
        <>
          <SearchField label={words.search} placeholder={words.search} clear={words.clear} onType={setLooked} />
          <Found people={people.filter((person) => matches(person, looked))} onChoose={onChoose} />
        </>
      )}
    </Card>
  );
}

function Found({ people, onChoose }: { people: readonly SimPerson[]; onChoose: (code: string) => void }) {
  if (people.length === 0) return <EmptyState why={words.none} next="" />;
  return (
    <View className="list">
      {people.slice(0, AT_ONCE).map(({ name, scenario }) => (
        <ListRow
          key={name}
          className="sim-person"
          title={name}
          line={scenario}
          onPress={() => onChoose(`sim:${name}`)}
        />
      ))}
      {people.length > AT_ONCE && <Line tone="quiet">{words.more(people.length - AT_ONCE)}</Line>}
    </View>
  );
}

function matches({ name, scenario }: SimPerson, looked: string): boolean {
  return `${name}${scenario}`.includes(looked.trim());
}

async function fetchPeople(): Promise<readonly SimPerson[] | 'failed'> {
  const reply = await request<{ items?: unknown }>({ method: 'GET', path: '/development/people' });
  if (reply.kind !== 'ok' || !Array.isArray(reply.data.items)) return 'failed';
  return reply.data.items.filter(isRecord).flatMap(({ name, scenario }) => {
    const known = textOf(name);
    return known === undefined ? [] : [{ name: known, scenario: textOf(scenario) ?? '' }];
  });
}
