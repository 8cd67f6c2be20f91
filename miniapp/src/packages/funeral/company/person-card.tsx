import type { SeaRelative } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { sectionWords } from '../../../copy/funeral-farewell';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const { company: words } = sectionWords;

interface PersonCardProps {
  readonly person: SeaRelative;
  readonly at: number;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

export function PersonCard({
  person: { name, where, age, wheelchair, health },
  at,
  onChange,
  onRemove,
}: PersonCardProps) {
  const said = [
    words.wheres[where],
    ...(age === undefined ? [] : [`${age} ${words.ageUnit}`]),
    ...(wheelchair ? [words.wheelchair] : []),
    ...(health === undefined ? [] : [health]),
  ];
  return (
    <Card className="person" title={name}>
      <Line tone="quiet">{said.join('，')}</Line>
      <View className="verdict-actions">
        <Button
          id={`change-${at}`}
          kind="quiet"
          text={words.change}
          label={`${words.change} ${name}`}
          onPress={onChange}
        />
        <Button
          id={`remove-${at}`}
          kind="quiet"
          text={words.remove}
          label={`${words.remove} ${name}`}
          onPress={onRemove}
        />
      </View>
    </Card>
  );
}
