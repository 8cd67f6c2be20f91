import type { FieldValues } from '@jinmen/shared/applications/field';
import { View } from '@tarojs/components';
import { memberWords } from '../../../copy/apply';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { Line } from '../../../ui/words';
import { changeFields } from './draft-session';
import { valueInWords } from './form-view';
import { isMembers } from './members-merge';

const ONLY_ME = 'only-me';

/** Who lives with the one who applies: nobody, at one press, or a page of their own. */
export function MembersControl({ id, name, values }: { id: string; name: string; values: FieldValues }) {
  const value = values[name];
  const members = isMembers(value) ? value : undefined;
  const some = members !== undefined && members.length > 0;
  return (
    <View className="stack">
      {some && <Line className="members-now">{valueInWords(name, members)}</Line>}
      {!some && (
        <ChoiceList
          label={memberWords.title}
          choices={[{ value: ONLY_ME, label: memberWords.onlyMe }]}
          chosen={members === undefined ? [] : [ONLY_ME]}
          pick="one"
          onChoose={() => changeFields({ [name]: [] })}
        />
      )}
      <Button
        id="members"
        kind="second"
        text={some ? memberWords.change : memberWords.write}
        onPress={() => openPage('applyMembers', { id })}
      />
    </View>
  );
}
