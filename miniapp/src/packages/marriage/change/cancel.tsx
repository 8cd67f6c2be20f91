import type { BookingView } from '@jinmen/shared/bookings/views';
import { monthDayWords } from '@jinmen/shared/kernel/day-words';
import { passWords } from '../../../copy/marriage-pass';
import { askToConfirm } from '../../../platform/ask';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { isForTwo, whenOf } from '../booking-words';
import { WhyEnded } from '../why-ended';
import { useChange } from './use-change';

const { cancel: words } = passWords.change;

interface CancelProps {
  readonly booking: BookingView;
  readonly look: () => Promise<void>;
}

/** Giving the time back: what it means, one question, once. No reason is asked. */
export function Cancel({ booking, look }: CancelProps) {
  const { working, said, act } = useChange(booking, look, words);
  const may = booking.acts.includes('cancel');
  const cancel = async () => {
    const content = words.confirm.content(whenOf(booking.window));
    if (await askToConfirm({ ...words.confirm, content })) await act({ method: 'DELETE' }, words.done);
  };
  if (!may && said === undefined && booking.state !== 'cancelled') return null;
  return (
    <Card
      id="cancel-card"
      title={may || said !== undefined ? words.title : passWords.states.cancelled}
      className="booking-lines"
    >
      {may && <Line tone="quiet">{words.line}</Line>}
      {may && isForTwo(booking) && <Line tone="quiet">{words.both}</Line>}
      {may && booking.againFrom !== undefined && (
        <Line className="cancel-last">{words.last(monthDayWords(booking.againFrom))}</Line>
      )}
      {said !== undefined && <Notice className="cancel-said">{said}</Notice>}
      {!may && said === undefined && <Line>{passWords.pass.none.cancelled.line}</Line>}
      {!may && said === undefined && <WhyEnded booking={booking} />}
      {may && (
        <Button
          id="cancel"
          kind="second"
          className="card-action"
          text={working ? words.working : words.go}
          onPress={() => void cancel()}
        />
      )}
      {!may && (
        <Button id="cancelled-list" kind="quiet" text={passWords.list} onPress={() => openPage('marriageBookings')} />
      )}
    </Card>
  );
}
