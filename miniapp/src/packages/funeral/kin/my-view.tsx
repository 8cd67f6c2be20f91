import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { kinWords } from '../../../copy/funeral-kin';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { sayMine } from '../api';
import { DeedSaid } from '../deed-said';
import { typeInto, useFarewell } from '../draft/session';
import { standsInWords } from '../farewell-view';
import { useDeed } from '../use-deed';

const { plan: words } = kinWords;
const CONTROL = 'kin.mine';
const LONGEST = 300;

/** What one of the family thinks: agreed, or what they would rather; it may be said again at any time. */
export function MyView({ view }: { view: FarewellView }) {
  const deed = useDeed();
  const typed = useFarewell(({ unsent }) => unsent.typed[CONTROL]);
  const [wrong, setWrong] = useState<string>();
  const mine = view.kin.find(({ you }) => you);
  const say = async (state: 'agrees' | 'differs') => {
    const text = (typed ?? mine?.words ?? '').trim();
    if (state === 'differs' && text === '') return setWrong(words.wordsPlease);
    await deed.run(state, () => sayMine(view, { state, ...(state === 'differs' && { words: text }) }));
  };
  return (
    <Card id="my-view" title={words.yours} className="said-lines">
      <Line>{standsInWords(view)}</Line>
      {mine?.state === 'agrees' && <Line>{words.agreed}</Line>}
      {mine?.state === 'differs' && <Line>{words.differed}</Line>}
      <View className="part">
        <View className="part-label">{words.words}</View>
        <Line tone="quiet">{words.differLine}</Line>
        <TextField
          id="my-words"
          label={words.words}
          initialText={typed ?? mine?.words ?? ''}
          long
          longest={LONGEST}
          error={wrong}
          onType={(text) => {
            setWrong(undefined);
            typeInto(CONTROL, text);
          }}
          onLeave={() => undefined}
        />
        <FieldError text={wrong} />
      </View>
      <DeedSaid {...deed} />
      <View className="stack">
        <Button
          id="agree"
          text={deed.doing === 'agrees' ? words.agreeing : words.agree}
          onPress={() => void say('agrees')}
        />
        <Button
          id="differ"
          kind="second"
          text={deed.doing === 'differs' ? words.sending : words.differ}
          onPress={() => void say('differs')}
        />
      </View>
    </Card>
  );
}
