import type { BookingView } from '@jinmen/shared/bookings/views';
import { partiesWords as words } from '../../../copy/marriage-parties';
import { shanghaiTime } from '../../../platform/clock';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Heading, Line } from '../../../ui/words';
import { LinkCard } from './link-card';

interface WaysProps {
  readonly booking: BookingView;
  readonly onBooking: (booking: BookingView) => void;
  readonly onTurn: () => void;
}

/** The three ways in which the other person can say yes. None is better than the others. */
export function Ways({ booking, onBooking, onTurn }: WaysProps) {
  const { acts, asked, change } = booking;
  const until = asked?.until ?? change?.until;
  const by = until === undefined ? undefined : shanghaiTime(Date.parse(until));
  return (
    <>
      {change === undefined && by !== undefined && (
        <>
          <Heading>{words.pending.title}</Heading>
          <Line>{words.pending.lead(by)}</Line>
          <Line tone="quiet">{words.pending.late}</Line>
        </>
      )}
      {acts.includes('invite') && <LinkCard booking={booking} />}
      {acts.includes('confirm-here') && (
        <Card id="here" title={words.here.title}>
          <Line>{words.here.line}</Line>
          <Button id="hand-over" kind="second" className="card-action" text={words.here.go} onPress={onTurn} />
        </Card>
      )}
      {acts.includes('choose-desk') && by !== undefined && <Desk booking={booking} until={by} onBooking={onBooking} />}
    </>
  );
}

function Desk({ booking, until, onBooking }: { until: string } & Pick<WaysProps, 'booking' | 'onBooking'>) {
  const { working, trouble, post } = usePosting<BookingView>();
  const choose = async () => {
    const path = `/bookings/${encodeURIComponent(booking.id)}/partner-way`;
    const changed = await post({ path, body: { way: 'desk' } });
    if (changed) onBooking(changed);
  };
  return (
    <Card id="at-desk" title={words.desk.title}>
      <Line>{words.desk.line(until)}</Line>
      {trouble && <TroubleCard trouble={trouble} />}
      {booking.asked?.way === 'desk' ? (
        <Notice className="desk-chosen">{words.desk.chosen}</Notice>
      ) : (
        <Button
          id="choose-desk"
          kind="second"
          className="card-action"
          text={working ? words.desk.working : words.desk.go}
          onPress={() => void choose()}
        />
      )}
    </Card>
  );
}
