import type { FarewellKin, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { kinWords as words } from '../../../copy/funeral-kin';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import { FarewellShore } from '../farewell-shore';
import { Answer } from './answer';
import { Invite } from './invite';
import { MyView } from './my-view';
import { TakeOut } from './take-out';

/** Everybody of a family who looks at the same plan, and what each thinks of it. */
export default function KinPage() {
  return (
    <FarewellShore title={funeralTitles.kin} lead={words.plan.lead}>
      {(view) => (
        <>
          {view.kin
            .filter(({ state }) => state === 'asks')
            .map((one) => (
              <Answer key={one.id} view={view} kin={one} />
            ))}
          {view.acts.includes('speak') && <MyView view={view} />}
          <People view={view} />
          {view.acts.includes('invite-relative') && <Invite view={view} />}
          <Button
            id="plan"
            kind="quiet"
            text={words.plan.see}
            onPress={() => openPage('funeralFarewell', { id: view.id })}
          />
        </>
      )}
    </FarewellShore>
  );
}

function People({ view }: { view: FarewellView }) {
  const known = view.kin.filter(({ state }) => state !== 'asks');
  return (
    <Card id="people" title={words.people}>
      {known.length === 0 && <Line tone="quiet">{words.none}</Line>}
      {known.map((one) => (
        <Relative key={one.id} view={view} kin={one} />
      ))}
    </Card>
  );
}

function Relative({ view, kin }: { view: FarewellView; kin: FarewellKin }) {
  const { name, relation, you, state, words: said } = kin;
  return (
    <View className="part">
      <View className="kin-row">
        <View>{you ? words.you : words.named(relation, name)}</View>
        <Pill text={words.states[state]} tone={state === 'silent' ? 'muted' : 'soft'} />
      </View>
      {said !== undefined && <Line tone="quiet">{words.said(said)}</Line>}
      {view.acts.includes('invite-relative') && <TakeOut view={view} kin={kin} />}
    </View>
  );
}
