import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function PassPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.pass}>
      <Title>{marriageTitles.pass}</Title>
    </Screen>
  );
}
