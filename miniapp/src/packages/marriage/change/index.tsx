import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function ChangePage() {
  return (
    <Screen theme="marriage" title={marriageTitles.change}>
      <Title>{marriageTitles.change}</Title>
    </Screen>
  );
}
