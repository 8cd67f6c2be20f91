import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function VenuePage() {
  return (
    <Screen theme="marriage" title={marriageTitles.venue}>
      <Title>{marriageTitles.venue}</Title>
    </Screen>
  );
}
