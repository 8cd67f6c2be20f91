import { KINSHIP_WAYS } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords } from '../../../copy/funeral-farewell';
import { ChoicePart, choicesOf, TextPart } from '../parts';
import { RELATIONS } from '../relations';
import { SectionPage } from '../section-page';

const { kinship: words } = sectionWords;

/** How the one who signs up belongs to the one who died, shown in any one of several ways. */
export default function KinshipPage() {
  return (
    <SectionPage section="kinship">
      {({ kinship: { relation, way, words: told } }) => (
        <>
          <ChoicePart
            path="kinship.relation"
            label={words.relation}
            value={relation}
            choices={choicesOf(RELATIONS, words.relations)}
          />
          <ChoicePart path="kinship.way" label={words.way} value={way} choices={choicesOf(KINSHIP_WAYS, words.ways)} />
          {(way === 'told' || relation === 'other') && (
            <TextPart path="kinship.words" label={words.words} help={words.wordsHelp} value={told} long longest={300} />
          )}
        </>
      )}
    </SectionPage>
  );
}
