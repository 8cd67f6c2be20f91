import { MOST_STREETS, streetInWords, streetsLike } from '@jinmen/shared/places/streets';
import { useState } from 'react';
import { askHelpWords as words } from '../../../copy/helping';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { SearchField } from '../../../ui/search-field';
import { Line } from '../../../ui/words';

interface StreetCardProps {
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** Where the person lives, found by a few letters. */
export function StreetCard({ chosen, error, onChoose }: StreetCardProps) {
  const [typed, setTyped] = useState('');
  const found = streetsLike(typed).slice(0, MOST_STREETS);
  const name = streetInWords(chosen);
  const shown = found.length === 0 && name !== undefined ? [{ code: chosen, name }] : found;
  return (
    <Card id="street" title={words.streetTitle}>
      <SearchField label={words.streetTitle} placeholder={words.streetHint} clear={words.clear} onType={setTyped} />
      {typed.trim() !== '' && found.length === 0 && <Line tone="quiet">{words.streetNone}</Line>}
      {shown.length > 0 && (
        <ChoiceList
          label={words.streetTitle}
          pick="one"
          choices={shown.map((street) => ({ value: street.code, label: street.name }))}
          chosen={[chosen]}
          onChoose={onChoose}
        />
      )}
      <FieldError text={error} />
    </Card>
  );
}
