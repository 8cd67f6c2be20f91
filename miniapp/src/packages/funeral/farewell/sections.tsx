import { wholeCodes } from '@jinmen/shared/kernel/code-words';
import {
  FAREWELL_SECTIONS,
  type FarewellSection,
  type FarewellView,
} from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords, farewellWords as words } from '../../../copy/funeral-farewell';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage } from '../../../platform/navigate';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line } from '../../../ui/words';
import { contentsOf } from '../draft/sections';
import { useFarewell } from '../draft/session';
import { shown } from '../draft/unsent';
import { sectionInWords } from '../section-words';

const pages = {
  way: 'funeralWay',
  deceased: 'funeralDeceased',
  ashes: 'funeralAshes',
  kinship: 'funeralKinship',
  wishes: 'funeralWishes',
  company: 'funeralCompany',
  papers: 'funeralPapers',
  contact: 'funeralContact',
} as const satisfies Record<FarewellSection, string>;

/** What can still be said before the day, as the server says it; none of it presses. */
export function OpenPoints({ view: { id, open, acts } }: { view: FarewellView }) {
  if (open.length === 0 || !acts.includes('edit')) return null;
  return (
    <Card id="open-points" title={words.open}>
      <Line tone="quiet">{words.openLine}</Line>
      {open.map(({ section, words: said }) => (
        <ListRow
          key={`${section}-${said}`}
          className="open-point"
          title={titleOf(section)}
          line={wholeCodes(said)}
          onPress={() => openPage(pages[section], { id })}
        />
      ))}
    </Card>
  );
}

/** All that can be open among the wishes is the other family of one vessel, not the days. */
function titleOf(section: FarewellSection): string {
  return section === 'wishes' ? words.together : funeralTitles[section];
}

/** Every part as a row, with what stands there by now. */
export function Sections({ view, lead }: { view: FarewellView; lead: string }) {
  const unsent = useFarewell((farewell) => farewell.unsent);
  const contents = shown(contentsOf(view), unsent);
  const { id, acts, kin, you } = view;
  const mayEdit = acts.includes('edit');
  return (
    <Card id="sections" title={words.sections}>
      {mayEdit && <Line tone="quiet">{lead}</Line>}
      {(mayEdit ? FAREWELL_SECTIONS : FOR_KIN).map((section) => (
        <ListRow
          key={section}
          id={`section-${section}`}
          title={funeralTitles[section]}
          line={sectionInWords(section, contents) ?? sectionWords.lines[section]}
          {...(mayEdit && { onPress: () => openPage(pages[section], { id }) })}
        />
      ))}
      {(you === 'kin' || acts.includes('invite-relative')) && (
        <ListRow
          id="section-kin"
          title={words.kin}
          line={words.kinLine(kin.length)}
          onPress={() => openPage('funeralKin', { id })}
        />
      )}
    </Card>
  );
}

/** The plan; what the one who signed up said of themselves is theirs. */
const FOR_KIN: readonly FarewellSection[] = ['way', 'deceased', 'ashes', 'wishes', 'company'];
