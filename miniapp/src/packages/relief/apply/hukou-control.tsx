import type { FieldValues } from '@jinmen/shared/applications/field';
import { HUKOU_HERE, HUKOU_OUTSIDE } from '@jinmen/shared/applications/hukou';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { routingWords } from '../../../copy/routing';
import { ChoiceList } from '../../../ui/choice-list';
import { Line } from '../../../ui/words';
import { changeFields } from './draft-session';
import { StreetControl } from './street-control';

const { hukou: words } = routingWords;
const CITY = 'city';
const UNSURE = 'unsure';

/** Where the hukou is: as the home, in another street of the city, or outside; whoever leaves it open goes on. */
export function HukouControl({ name, title, values }: { name: string; title: string; values: FieldValues }) {
  const told = values[name];
  const [open, setOpen] = useState<string>();
  const elsewhere = open === CITY || (typeof told === 'string' && told !== HUKOU_HERE && told !== HUKOU_OUTSIDE);
  const chosen = elsewhere ? CITY : typeof told === 'string' ? told : (open ?? '');
  const choose = (value: string) => {
    setOpen(value);
    if (value === HUKOU_HERE || value === HUKOU_OUTSIDE) changeFields({ [name]: value });
    else if (value === UNSURE || told === HUKOU_HERE || told === HUKOU_OUTSIDE) changeFields({ [name]: null });
  };
  return (
    <View>
      <ChoiceList
        label={title}
        choices={[
          { value: HUKOU_HERE, label: words.here },
          { value: CITY, label: words.city },
          { value: HUKOU_OUTSIDE, label: words.outside },
          { value: UNSURE, label: words.unsure, apart: 'unsure' },
        ]}
        chosen={[chosen]}
        pick="one"
        onChoose={choose}
      />
      {elsewhere && <StreetControl name={name} title={words.city} values={values} />}
      {chosen === HUKOU_OUTSIDE && name === 'applicant.hukouStreet' && <Line tone="quiet">{words.outsideLine}</Line>}
    </View>
  );
}
