import type { WindowView } from '@jinmen/shared/bookings/views';
import { marriage } from '../../../copy/marriage';
import { dayAndWeekday, timeInWords } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import type { Wanted } from '../wanted';
import type { NotHeld } from './not-held';
import { Unsettled } from './unsettled';

const { slots: words } = marriage;

interface OutcomeProps {
  readonly notHeld: NotHeld;
  readonly wanted: Wanted;
  readonly onHold: (window: WindowView) => void;
}

/** What came of the tap, beside what was tapped: what went, what is near, and the one thing to do next. */
export function Outcome({ notHeld, wanted, onHold }: OutcomeProps) {
  switch (notHeld.kind) {
    case 'lost':
      return <Lost notHeld={notHeld} wanted={wanted} onHold={onHold} />;
    case 'already':
      return (
        <Card id="already">
          <Line>{notHeld.words}</Line>
          <Button id="mine" className="card-action" text={words.mine} onPress={() => openMine(notHeld.booking)} />
        </Card>
      );
    case 'kept':
      return <Notice tone="warn">{notHeld.perhapsSent ? words.perhaps : words.kept}</Notice>;
    case 'stopped':
      return <Notice className="hold-stopped">{marriage.inLine.stopped[notHeld.known]}</Notice>;
    case 'held-after-all':
      return <Notice className="hold-stopped">{marriage.inLine.heldAfterAll}</Notice>;
    case 'unsettled':
      return <Unsettled notHeld={notHeld} wanted={wanted} onHold={onHold} />;
    case 'trouble':
      return <TroubleCard trouble={notHeld.trouble} />;
  }
}

function openMine(booking: string | undefined): void {
  if (booking === undefined) openPage('marriageBookings');
  else openPage('marriageReview', { id: booking });
}

function Lost({ notHeld, onHold }: OutcomeProps & { notHeld: Extract<NotHeld, { kind: 'lost' }> }) {
  const { window, near } = notHeld;
  return (
    <Card id="lost" title={words.lost(timeInWords(window.startsAt))}>
      <Line>{near.length > 0 ? words.lostNear(near.length) : words.lostNone}</Line>
      {near.map((other) => (
        <ListRow
          key={other.id}
          id={`near-${other.id}`}
          title={`${dayAndWeekday(other.day)} ${timeInWords(other.startsAt)}`}
          line={other.siteName}
          onPress={() => onHold(other)}
        />
      ))}
    </Card>
  );
}
