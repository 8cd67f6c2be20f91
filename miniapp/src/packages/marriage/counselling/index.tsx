import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function CounsellingPage() {
  return (
    <Screen theme="base" title={marriageTitles.counselling}>
      <Title>{marriageTitles.counselling}</Title>
    </Screen>
  );
}
