import type { ApplicationForm } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { formWords } from '../../../copy/apply';
import { shanghaiTime } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Line } from '../../../ui/words';
import { chooseSideOf } from './draft-session';
import { fieldTitle, valueInWords } from './form-view';
import { type Clash, clashesOf, type Unsent } from './unsent';

const { clash: words } = formWords;

interface ClashCardProps {
  readonly form: ApplicationForm;
  readonly server: ApplicationView;
  readonly unsent: Unsent;
}

/** What two phones filled in differently: both, with their times; nothing of it is sent before a choice. */
export function ClashCard({ form, server, unsent }: ClashCardProps) {
  const clashes = clashesOf(unsent, server);
  if (clashes.length === 0) return null;
  return (
    <Card id="clashes" title={words.title} tone="soft">
      <Line>{words.lead}</Line>
      {clashes.map((clash) => (
        <View key={clash.field} className="clash">
          <View className="form-label">{fieldTitle(form, clash.field)}</View>
          <ChoiceList
            label={fieldTitle(form, clash.field)}
            choices={sidesOf(clash)}
            chosen={[]}
            pick="one"
            onChoose={(side) => chooseSideOf(clash.field, side === 'mine' ? 'mine' : 'theirs')}
          />
        </View>
      ))}
    </Card>
  );
}

function sidesOf({ field, mine, mineAtMs, theirs, theirsAt }: Clash) {
  const theirsMs = theirsAt === undefined ? undefined : Date.parse(theirsAt);
  const mineNewer = theirsMs === undefined || mineAtMs > theirsMs;
  const said = (value: Clash['theirs']) => valueInWords(field, value) || words.nothing;
  const when = (who: string, ms: number | undefined, newer: boolean) =>
    ms === undefined ? who : words.when(who, shanghaiTime(ms), newer);
  return [
    { value: 'mine', label: said(mine), line: when(words.mine, mineAtMs, mineNewer) },
    { value: 'theirs', label: said(theirs), line: when(words.theirs, theirsMs, !mineNewer) },
  ];
}
