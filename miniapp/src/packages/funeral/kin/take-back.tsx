import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { kinWords } from '../../../copy/funeral-kin';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { actOnFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { useDeed } from '../use-deed';

const { invite: words } = kinWords;

/** All links that are out: which of them went astray, this phone does not know. */
export function TakeBack({ view, onTaken }: { view: FarewellView; onTaken: () => void }) {
  const deed = useDeed();
  const [taken, setTaken] = useState(false);
  const takeBack = async () => {
    setTaken(false);
    const sent = await deed.run('take-back', () => actOnFarewell(view, { to: 'invitations', method: 'DELETE' }));
    if (sent?.kind !== 'sent') return;
    setTaken(true);
    onTaken();
  };
  return (
    <>
      <Line tone="quiet">{words.takeBackLine}</Line>
      {taken && <Notice className="links-taken">{words.takenBack}</Notice>}
      <DeedSaid {...deed} />
      <Button
        id="take-back"
        kind="quiet"
        text={deed.doing ? words.takingBack : words.takeBack}
        onPress={() => void takeBack()}
      />
    </>
  );
}
