import type { FieldValues } from '@jinmen/shared/applications/field';
import { MOST_STREETS, streetInWords, streetsLike } from '@jinmen/shared/places/streets';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formWords } from '../../../copy/apply';
import { ChoiceList } from '../../../ui/choice-list';
import { SearchField } from '../../../ui/search-field';
import { Line } from '../../../ui/words';
import { changeFields } from './draft-session';

/** One of some 250 streets, towns and townships: found by a few letters of its name. */
export function StreetControl({ name, title, values }: { name: string; title: string; values: FieldValues }) {
  const [typed, setTyped] = useState('');
  const chosen = String(values[name] ?? '');
  const chosenName = streetInWords(chosen);
  const found = streetsLike(typed);
  const shown = found.slice(0, MOST_STREETS);
  const choices = shown.length === 0 && chosenName !== undefined ? [{ code: chosen, name: chosenName }] : shown;
  return (
    <View className="street-control">
      <SearchField label={title} placeholder={formWords.filter} clear={formWords.filterClear} onType={setTyped} />
      {typed.trim() !== '' && found.length === 0 && <Line tone="quiet">{formWords.filterNone}</Line>}
      <ChoiceList
        label={title}
        choices={choices.map((street) => ({ value: street.code, label: street.name }))}
        chosen={[chosen]}
        pick="one"
        onChoose={(code) => changeFields({ [name]: code })}
      />
      {found.length > MOST_STREETS && <Line tone="quiet">{formWords.filterMore}</Line>}
    </View>
  );
}
