import { farewellWords as words } from '../../../copy/funeral-farewell';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { SaveLine } from '../draft/save-line';
import { FamilyNotice } from '../family-notice';
import { FarewellShore } from '../farewell-shore';
import { headingOf } from '../farewell-view';
import { Also } from './also';
import { Claims } from './claims';
import { MyFarewells } from './my-farewells';
import { NextStep } from './next-step';
import { OpenPoints, Sections } from './sections';
import { Standing } from './standing';
import { Steps } from './steps';
import { ThrowAway } from './throw-away';
import { Withdraw } from './withdraw';

/** What one family prepares: where it stands, the one next thing, and every part of it to be looked at. */
export default function FarewellPage() {
  return usePageParameter('id') === undefined ? <MyFarewells /> : <OneFarewell />;
}

function OneFarewell() {
  return (
    <FarewellShore title={funeralTitles.farewell} heading={headingOf} horizon>
      {(view) => (
        <>
          <Standing view={view} />
          <FamilyNotice view={view} />
          <NextStep view={view} />
          <Also view={view} />
          <SaveLine />
          <OpenPoints view={view} />
          <Sections view={view} lead={words.lead} />
          <Claims view={view} />
          <Steps view={view} />
          <Withdraw view={view} />
          <ThrowAway view={view} />
        </>
      )}
    </FarewellShore>
  );
}
