import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function InvitePage() {
  return (
    <Screen theme="marriage" title={marriageTitles.invite}>
      <Title>{marriageTitles.invite}</Title>
    </Screen>
  );
}
