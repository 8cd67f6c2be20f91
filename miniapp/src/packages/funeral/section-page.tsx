import type { FarewellSection } from '@jinmen/shared/services/sea-scattering/views';
import type { ReactNode } from 'react';
import { farewellWords, savedWords, sectionWords } from '../../copy/funeral-farewell';
import { funeralTitles } from '../../copy/funeral-titles';
import { goBackTo } from '../../platform/navigate';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ClashCard } from './draft/clash-card';
import { SaveLine } from './draft/save-line';
import { type Contents, contentsOf } from './draft/sections';
import { useFarewell } from './draft/session';
import { shown } from './draft/unsent';
import { FamilyNotice } from './family-notice';
import { FarewellShore } from './farewell-shore';

interface SectionPageProps {
  readonly section: FarewellSection;
  /** Of what stands on the screen: the server's, with this phone's answers over it. */
  readonly children: (contents: Contents) => ReactNode;
}

/** One page of a sign-up: it saves itself as it is written, and can be left at any word. */
export function SectionPage({ section, children }: SectionPageProps) {
  const unsent = useFarewell((farewell) => farewell.unsent);
  return (
    <FarewellShore title={funeralTitles[section]} lead={leadOf(section)}>
      {(view) =>
        view.acts.includes('edit') ? (
          <>
            {section === 'deceased' && <FamilyNotice view={view} />}
            <ClashCard section={section} server={view} />
            {children(shown(contentsOf(view), unsent))}
            <SaveLine />
            <Button
              id="section-done"
              text={savedWords.done}
              onPress={() => goBackTo({ page: 'funeralFarewell', query: { id: view.id } })}
            />
          </>
        ) : (
          <Notice className="closed-section">{farewellWords.closed}</Notice>
        )
      }
    </FarewellShore>
  );
}

function leadOf(section: FarewellSection): string {
  return sectionWords[section].lead;
}
