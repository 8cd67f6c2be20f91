import { marriageTitles } from '../../../copy/marriage-titles';
import { Screen } from '../../../shell/screen';
import { Title } from '../../../ui/words';

export default function NoShowsPage() {
  return (
    <Screen theme="base" title={marriageTitles.noShows}>
      <Title>{marriageTitles.noShows}</Title>
    </Screen>
  );
}
