import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function GuidePage() {
  return (
    <Screen theme="marriage" title={marriageTitles.guide}>
      <Title>{marriageTitles.guide}</Title>
    </Screen>
  );
}
