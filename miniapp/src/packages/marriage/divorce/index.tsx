import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function DivorcePage() {
  return (
    <Screen theme="base" title={marriageTitles.divorce}>
      <Title>{marriageTitles.divorce}</Title>
    </Screen>
  );
}
