import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function PartiesPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.parties}>
      <Title>{marriageTitles.parties}</Title>
    </Screen>
  );
}
