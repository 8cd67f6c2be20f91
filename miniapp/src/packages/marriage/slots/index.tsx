import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function SlotsPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.slots}>
      <Title>{marriageTitles.slots}</Title>
    </Screen>
  );
}
