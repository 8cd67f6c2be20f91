import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function KindsPage() {
  return (
    <Screen theme="base" title={marriageTitles.kinds}>
      <Title>{marriageTitles.kinds}</Title>
    </Screen>
  );
}
