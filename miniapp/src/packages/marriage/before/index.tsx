import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function BeforePage() {
  return (
    <Screen theme="base" title={marriageTitles.before}>
      <Title>{marriageTitles.before}</Title>
    </Screen>
  );
}
