import { View } from '@tarojs/components';
import { urgent } from '../../../copy/urgent';
import { openPage } from '../../../platform/navigate';
import { useUrgent } from '../../../state/urgent';
import { ListRow } from '../../../ui/list-row';
import { Heading } from '../../../ui/words';

/** What was asked for from this phone already. */
export function SentBefore() {
  const sent = useUrgent((state) => state.sent);
  if (sent.length === 0) return null;
  return (
    <View id="sent-before">
      <Heading>{urgent.mine.title}</Heading>
      {sent.map(({ number }) => (
        <ListRow
          key={number}
          id={`sent-${number}`}
          title={urgent.mine.open(number)}
          onPress={() => openPage('urgentSent', { number })}
        />
      ))}
    </View>
  );
}
