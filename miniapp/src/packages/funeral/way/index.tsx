import { SEA_WAYS } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords } from '../../../copy/funeral-farewell';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { ChoicePart, choicesOf } from '../parts';
import { SectionPage } from '../section-page';

const { way: words } = sectionWords;

/** Three ways, in one row and one voice: none is the better one. */
export default function WayPage() {
  return (
    <SectionPage section="way">
      {({ way }) => (
        <>
          <ChoicePart path="way" label={words.label} value={way} choices={choicesOf(SEA_WAYS, words.choices)} />
          {way === 'proxy' && <Notice>{words.proxyLine}</Notice>}
          <Line tone="quiet">{words.money}</Line>
        </>
      )}
    </SectionPage>
  );
}
