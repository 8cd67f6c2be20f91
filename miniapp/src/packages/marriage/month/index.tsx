import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function MonthPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.month}>
      <Title>{marriageTitles.month}</Title>
    </Screen>
  );
}
