import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function ReviewPage() {
  return (
    <Screen theme="marriage" title={marriageTitles.review}>
      <Title>{marriageTitles.review}</Title>
    </Screen>
  );
}
