import { ASHES_BRINGERS, ASHES_PLACES } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords } from '../../../copy/funeral-farewell';
import { Notice } from '../../../ui/notice';
import { ChoicePart, choicesOf, TextPart } from '../parts';
import { SectionPage } from '../section-page';

const { ashes: words } = sectionWords;

/** Where the ashes are, and how they come aboard. */
export default function AshesPage() {
  return (
    <SectionPage section="ashes">
      {({ ashes: { place, where, bringer } }) => (
        <>
          <ChoicePart
            path="ashes.place"
            label={words.place}
            value={place}
            choices={choicesOf(ASHES_PLACES, words.places)}
          />
          {place === 'not-cremated-yet' && <Notice>{words.notCremated}</Notice>}
          {place !== undefined && place !== 'at-home' && place !== 'not-cremated-yet' && (
            <TextPart path="ashes.where" label={words.where} help={words.whereHelp} value={where} longest={60} />
          )}
          <ChoicePart
            path="ashes.bringer"
            label={words.bringer}
            value={bringer}
            choices={choicesOf(ASHES_BRINGERS, words.bringers)}
          />
        </>
      )}
    </SectionPage>
  );
}
