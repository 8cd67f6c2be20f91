import type { BookingChangeView, BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { passWords } from '../../../copy/marriage-pass';
import { shanghaiTime } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { WhenAndWhere } from '../booking-gist';
import { useChange } from './use-change';

const { pending: words } = passWords.change;

interface PendingChangeProps {
  readonly booking: BookingView;
  readonly change: BookingChangeView;
  readonly look: () => Promise<void>;
}

/** A time one of the two would like: the other says yes, or does not, and the old one stays meanwhile. */
export function PendingChange({ booking, change, look }: PendingChangeProps) {
  const { working, said, act } = useChange(booking, look);
  const { acts } = booking;
  const until = shanghaiTime(Date.parse(change.until));
  return (
    <Card id="pending-change" title={words.title}>
      <WhenAndWhere window={change.window} site={{ name: change.siteName }} />
      <Line>{change.yours ? words.theirs(until) : words.mine(until)}</Line>
      {said !== undefined && <Notice className="change-said">{said}</Notice>}
      <View className="stack card-apart">
        {acts.includes('agree-change') && (
          <Button
            id="agree-change"
            text={working ? words.working : words.agree}
            onPress={() => void act({ to: 'change-agreement' }, words.agreed)}
          />
        )}
        {acts.includes('withdraw-change') && (
          <Button
            id="withdraw-change"
            kind="second"
            text={working ? words.working : words.withdraw}
            onPress={() => void act({ to: 'change-withdrawal' }, words.withdrawn)}
          />
        )}
      </View>
    </Card>
  );
}
