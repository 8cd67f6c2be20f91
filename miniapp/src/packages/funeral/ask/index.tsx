import type { FamilyFound, FarewellAskView, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { farewellWords } from '../../../copy/funeral-farewell';
import { kinWords } from '../../../copy/funeral-kin';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage, replacePage } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { actOnFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { FarewellShore } from '../farewell-shore';
import { MeForm } from '../me-form';
import { useDeed } from '../use-deed';

const { found: words, asked } = kinWords;

/** Another of the family was first: what somebody typed stays, and they may ask to be part of it. */
export default function AskPage() {
  return (
    <FarewellShore title={funeralTitles.ask} heading={() => words.heading}>
      {(view) =>
        view.family ? <Found view={view} family={view.family} /> : <Notice className="ask-gone">{words.gone}</Notice>
      }
    </FarewellShore>
  );
}

function Found({ view, family }: { view: FarewellView; family: FamilyFound }) {
  const { id } = view;
  const { working, trouble, post } = usePosting<FarewellAskView>();
  const [done, setDone] = useState(false);
  const ask = async (me: object) => {
    const made = await post({ path: '/farewell-asks', body: { ask: family.ask, ...me } });
    if (made) setDone(true);
  };
  if (done) {
    return (
      <Card id="asked" title={asked.heading} className="said-lines">
        <Line>{asked.line}</Line>
        <Line tone="quiet">{asked.none}</Line>
      </Card>
    );
  }
  return (
    <>
      <Line>{words.lead(family.name)}</Line>
      <Line tone="quiet">{words.why}</Line>
      <Line tone="quiet">{words.next}</Line>
      {trouble && <TroubleCard trouble={trouble} />}
      <MeForm go={working ? words.asking : words.ask} onGo={(me) => void ask(me)} />
      <Button id="look-again" kind="second" text={words.deceased} onPress={() => openPage('funeralDeceased', { id })} />
      <Line tone="quiet">{words.wrong}</Line>
      {view.deceased.idNumber !== undefined && <NotTheSame view={view} />}
    </>
  );
}

/** Another of the same name and day: believed of whoever gave an ID number. */
function NotTheSame({ view }: { view: FarewellView }) {
  const deed = useDeed();
  const signUp = async () => {
    const body = { notTheSame: true };
    const sent = await deed.run('sign-up', () => actOnFarewell(view, { to: 'sign-up', body }));
    if (sent?.kind === 'sent') replacePage('funeralDone', { id: view.id });
  };
  return (
    <>
      <Button
        id="not-the-same"
        kind="quiet"
        text={deed.doing ? farewellWords.next.signingUp : words.notTheSame}
        onPress={() => void signUp()}
      />
      <DeedSaid {...deed} />
    </>
  );
}
