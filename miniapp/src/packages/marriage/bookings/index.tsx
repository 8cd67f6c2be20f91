import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function BookingsPage() {
  return (
    <Screen theme="base" title={marriageTitles.bookings}>
      <Title>{marriageTitles.bookings}</Title>
    </Screen>
  );
}
