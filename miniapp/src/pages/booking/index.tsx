import { booking } from '../../copy/booking';
import { tabNames } from '../../copy/shell';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { ArchLine } from '../../ui/arch-line';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Line, Title } from '../../ui/words';
import './index.scss';

const doors = ['marriage', 'funeral', 'elder'] as const;

export default function BookingPage() {
  return (
    <Screen theme="base" title={tabNames.booking} tab="booking">
      <Title>{booking.title}</Title>
      <ArchLine />
      <Line>{booking.none}</Line>
      <Line tone="quiet" className="booking-why">
        {booking.why}
      </Line>
      <Card>
        {doors.map((door) => (
          <ListRow
            key={door}
            id={`booking-${door}`}
            title={booking.doors[door].title}
            line={booking.doors[door].line}
            onPress={() => openPage('later', { door })}
          />
        ))}
      </Card>
    </Screen>
  );
}
