import { type DoorDefinition, doors } from '@jinmen/shared/facts/doors';
import { library } from '@jinmen/shared/search/library';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { libraryWords } from '../../../copy/library';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SearchField } from '../../../ui/search-field';
import { Heading, Line, Title } from '../../../ui/words';
import { themeBehind } from '../door-theme';
import { EntryRow } from './entry-row';
import { behind, type Group, groupsOf } from './groups';
import { Results } from './results';
import './library.scss';

/** Everything there is, searched in one's own words; or only what is behind one door. */
export default function LibraryPage() {
  const code = usePageParameter('door');
  const door = doors.find((each) => each.code === code);
  return door === undefined ? <WholeLibrary /> : <BehindDoor door={door} />;
}

function WholeLibrary() {
  const [typed, setTyped] = useState('');
  return (
    <Screen theme="relief" title={libraryWords.pageTitle}>
      <Title>{libraryWords.pageTitle}</Title>
      <Line tone="quiet">{libraryWords.lead}</Line>
      <SearchField
        label={libraryWords.field}
        placeholder={libraryWords.placeholder}
        clear={libraryWords.clear}
        onType={setTyped}
      />
      {typed.trim() === '' ? <Everything /> : <Results typed={typed} />}
    </Screen>
  );
}

/** Who comes by a door has said what it is about: no field to type in, nothing else around. */
function BehindDoor({ door }: { door: DoorDefinition }) {
  return (
    <Screen theme={themeBehind(door.code)} title={door.title}>
      <Title>{door.title}</Title>
      <Line tone="quiet">{door.line}</Line>
      <View className="stack library-behind">
        <Rows entries={behind(door, library)} />
        <Button id="everything" kind="second" text={libraryWords.everything} onPress={() => openPage('library')} />
      </View>
    </Screen>
  );
}

function Everything() {
  return (
    <View>
      {groupsOf(library, doors).map(({ door, entries }) => (
        <View key={door?.code ?? 'guides'} className="library-group">
          <Heading>{door?.title ?? libraryWords.guides}</Heading>
          {door === undefined && <Line tone="quiet">{libraryWords.guidesLine}</Line>}
          <Rows entries={entries} />
        </View>
      ))}
    </View>
  );
}

function Rows({ entries }: Pick<Group, 'entries'>) {
  return (
    <Card className="library-rows">
      {entries.map((entry) => (
        <EntryRow key={entry.code} entry={entry} />
      ))}
    </Card>
  );
}
