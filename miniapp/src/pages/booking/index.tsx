import { booking as words } from '../../copy/booking';
import { tabNames } from '../../copy/shell';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { isQuiet, useBereavement } from '../../state/bereavement';
import { ArchLine } from '../../ui/arch-line';
import { Card } from '../../ui/card';
import { Door } from '../../ui/door';
import { ListRow } from '../../ui/list-row';
import { Title } from '../../ui/words';
import './index.scss';
import { NearestDays } from './nearest-days';
import { NextBooking } from './next-booking';

const { doors } = words;

/** The hub: what is next first, then where to begin, then the nearest days with something free; of weddings nothing in mourning. */
export default function BookingPage() {
  const quiet = useBereavement(isQuiet);
  return (
    <Screen theme="base" title={tabNames.booking} tab="booking">
      <Title>{words.title}</Title>
      <ArchLine />
      <NextBooking />
      {!quiet && (
        <Door
          id="booking-marriage"
          className="booking-door"
          look="marriage"
          {...doors.marriage}
          onPress={() => openPage('marriageVenues', { kind: 'marriage' })}
        />
      )}
      <Card className="booking-doors">
        {!quiet && <ListRow id="booking-kinds" {...doors.others} onPress={() => openPage('marriageKinds')} />}
        {!quiet && <ListRow id="booking-waitlist" {...doors.waitlist} onPress={() => openPage('marriageWaitlist')} />}
        <ListRow id="booking-funeral" {...doors.funeral} onPress={() => openPage('funeralVoyages')} />
        <ListRow id="booking-elder" {...doors.elder} onPress={() => openPage('later', { door: 'elder' })} />
      </Card>
      {!quiet && <NearestDays />}
    </Screen>
  );
}
