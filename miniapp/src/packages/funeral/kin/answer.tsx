import type { FarewellKin, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { kinWords } from '../../../copy/funeral-kin';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { actOnFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { useDeed } from '../use-deed';

const { answer: words } = kinWords;

interface AnswerProps {
  readonly view: FarewellView;
  readonly kin: FarewellKin;
}

/** Somebody of the family asks to be part of it: who, what they wrote, and two answers that weigh the same. */
export function Answer({ view, kin: { id, name, relation, words: said } }: AnswerProps) {
  const deed = useDeed();
  const answer = (takeIn: boolean) =>
    void deed.run('answer', () =>
      actOnFarewell(view, { to: `kin/${encodeURIComponent(id)}/answer`, body: { takeIn } }),
    );
  return (
    <Card id={`asks-${id}`} title={words.title(kinWords.named(relation, name))} className="said-lines">
      {said !== undefined && <Line>{kinWords.said(said)}</Line>}
      <Line tone="quiet">{words.lead}</Line>
      <DeedSaid {...deed} />
      <View className="stack card-action">
        <Button id={`yes-${id}`} text={deed.doing ? words.working : words.yes} onPress={() => answer(true)} />
        <Button id={`no-${id}`} kind="second" text={words.no} onPress={() => answer(false)} />
      </View>
    </Card>
  );
}
