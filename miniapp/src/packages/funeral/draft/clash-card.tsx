import type { FarewellSection, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { savedWords } from '../../../copy/funeral-farewell';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Line } from '../../../ui/words';
import { pathWords, valueWords } from '../answer-words';
import { contentsOf, sectionOf } from './sections';
import { chooseSideOf, useFarewell } from './session';
import { type Clash, clashesOf } from './unsent';

const { clash: words } = savedWords;

/** What two phones said differently on this page: both, side by side; nothing of it is sent before a choice. */
export function ClashCard({ section, server }: { section: FarewellSection; server: FarewellView }) {
  const unsent = useFarewell((farewell) => farewell.unsent);
  const clashes = clashesOf(unsent, contentsOf(server)).filter(({ path }) => sectionOf(path) === section);
  if (clashes.length === 0) return null;
  return (
    <Card id="clashes" title={words.title} tone="soft">
      <Line>{words.lead}</Line>
      {clashes.map((clash) => (
        <View key={clash.path} className="part">
          <View className="part-label">{pathWords(clash.path)}</View>
          <ChoiceList
            label={pathWords(clash.path)}
            choices={sidesOf(clash)}
            chosen={[]}
            pick="one"
            onChoose={(side) => chooseSideOf(clash.path, side === 'mine' ? 'mine' : 'theirs')}
          />
        </View>
      ))}
    </Card>
  );
}

function sidesOf({ path, mine, theirs }: Clash) {
  return [
    { value: 'mine', label: valueWords(path, mine), line: words.mine },
    { value: 'theirs', label: valueWords(path, theirs), line: words.theirs },
  ];
}
