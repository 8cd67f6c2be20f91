import { MOST_STREETS, streetInWords, streetsLike } from '@jinmen/shared/places/streets';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { urgent } from '../../../copy/urgent';
import { changeDraft, useUrgent } from '../../../state/urgent';
import { ChoiceList } from '../../../ui/choice-list';
import { SearchField } from '../../../ui/search-field';
import { Line } from '../../../ui/words';

const { ask: words } = urgent;

/** Found by a few letters. Nobody has to: words alone are enough to be helped. */
export function StreetField() {
  const chosen = useUrgent((state) => state.draft.street) ?? '';
  const [typed, setTyped] = useState('');
  const found = streetsLike(typed).slice(0, MOST_STREETS);
  const name = streetInWords(chosen);
  const shown = found.length === 0 && name !== undefined ? [{ code: chosen, name }] : found;
  return (
    <View className="urgent-field">
      <Line tone="quiet">{words.street}</Line>
      <SearchField label={words.street} placeholder={words.streetHint} clear={words.clear} onType={setTyped} />
      {typed.trim() !== '' && found.length === 0 && <Line tone="quiet">{words.streetNone}</Line>}
      {shown.length > 0 && (
        <ChoiceList
          label={words.street}
          pick="one"
          choices={shown.map((street) => ({ value: street.code, label: street.name }))}
          chosen={[chosen]}
          onChoose={(code) => changeDraft({ street: code === chosen ? '' : code })}
        />
      )}
    </View>
  );
}
