import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function VenuesPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.venues}>
      <Title>{marriageTitles.venues}</Title>
    </Screen>
  );
}
