import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function WaitlistPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.waitlist}>
      <Title>{marriageTitles.waitlist}</Title>
    </Screen>
  );
}
