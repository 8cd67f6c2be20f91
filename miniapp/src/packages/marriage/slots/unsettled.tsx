import type { WindowView } from '@jinmen/shared/bookings/views';
import { marriage } from '../../../copy/marriage';
import { timeInWords } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { queryOf, type Wanted } from '../wanted';
import type { NotHeld } from './not-held';

const { inLine: words } = marriage;

interface UnsettledProps {
  readonly notHeld: Extract<NotHeld, { kind: 'unsettled' }>;
  readonly wanted: Wanted;
  readonly onHold: (window: WindowView) => void;
}

/** The phone gave up, or was put away in the middle: what is known, one tap to go on with the same wish, and what else there is. */
export function Unsettled({ notHeld, wanted, onHold }: UnsettledProps) {
  const { window, known, closed } = notHeld;
  const time = timeInWords(window.startsAt);
  const elsewhere = { kind: wanted.kind, day: window.day };
  return (
    <Card id="unsettled" title={closed ? words.closed(time) : words.gaveUp(time)}>
      <Line>{words.known[known]}</Line>
      <Line tone="quiet">{words.goOnLine}</Line>
      <Button id="go-on" className="card-action" text={words.goOn(time)} onPress={() => onHold(window)} />
      <Button
        id="other-day"
        kind="second"
        className="card-action"
        text={marriage.slots.otherDay}
        onPress={() => openPage('marriageMonth', queryOf({ ...elsewhere, site: window.site }))}
      />
      <Button
        id="other-venue"
        kind="quiet"
        className="card-action"
        text={marriage.slots.otherPlace}
        onPress={() => openPage('marriageVenues', queryOf(elsewhere))}
      />
    </Card>
  );
}
