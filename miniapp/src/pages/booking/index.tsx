import { booking as words } from '../../copy/booking';
import { tabNames } from '../../copy/shell';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { ArchLine } from '../../ui/arch-line';
import { Card } from '../../ui/card';
import { Door } from '../../ui/door';
import { ListRow } from '../../ui/list-row';
import { Title } from '../../ui/words';
import './index.scss';
import { NearestDays } from './nearest-days';
import { NextBooking } from './next-booking';

const { doors } = words;

/** The hub: what is next first, then where to begin, then the nearest days with something free. */
export default function BookingPage() {
  return (
    <Screen theme="base" title={tabNames.booking} tab="booking">
      <Title>{words.title}</Title>
      <ArchLine />
      <NextBooking />
      <Door
        id="booking-marriage"
        className="booking-door"
        look="marriage"
        {...doors.marriage}
        onPress={() => openPage('marriageVenues', { kind: 'marriage' })}
      />
      <Card className="booking-doors">
        <ListRow id="booking-kinds" {...doors.others} onPress={() => openPage('marriageKinds')} />
        <ListRow id="booking-waitlist" {...doors.waitlist} onPress={() => openPage('marriageWaitlist')} />
        <ListRow id="booking-funeral" {...doors.funeral} onPress={() => openPage('funeralVoyages')} />
        <ListRow id="booking-elder" {...doors.elder} onPress={() => openPage('later', { door: 'elder' })} />
      </Card>
      <NearestDays />
    </Screen>
  );
}
