import type { DependantView } from '@jinmen/shared/residents/dependants';
import { View } from '@tarojs/components';
import { helpingWords } from '../../../copy/helping';
import { askToConfirm } from '../../../platform/ask';
import { openPage } from '../../../platform/navigate';
import { TroubleCard } from '../../../shell/trouble-card';
import { actOn } from '../../../state/helping';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { useAct } from './use-act';

const { children: words, working: workingWords } = helpingWords;

/** One child or ward: how far it is proved, what to do about it, and the way to apply for them. */
export function DependantCard({ dependant }: { dependant: DependantView }) {
  const { id, name, age, waits, showCode } = dependant;
  const { working, trouble, act } = useAct();
  const remove = async () => {
    if (await askToConfirm(words.confirm)) act(() => actOn('DELETE', `/dependants/${id}`));
  };
  const named = (what: string) => `${what}，${name}`;
  return (
    <Card className="dependant" title={words.named(name, age)}>
      <Line>{dependant.words ?? words.ready}</Line>
      {showCode !== undefined && waits === 'paper' && <Line className="show-code">{words.code(spaced(showCode))}</Line>}
      {working && <Line tone="quiet">{workingWords}</Line>}
      {trouble && <TroubleCard trouble={trouble} />}
      <View className="stack card-action">
        {waits === 'consent' && (
          <Button
            kind="second"
            text={words.consent}
            label={named(words.consent)}
            onPress={() => openPage('consents')}
          />
        )}
        {waits !== 'grown-up' && (
          <Button
            kind="second"
            className="start"
            text={words.start}
            label={named(words.start)}
            onPress={() => openPage('applyChoose', { dependant: id })}
          />
        )}
        <Button
          kind="quiet"
          className="remove"
          text={words.remove}
          label={named(words.remove)}
          onPress={() => void remove()}
        />
      </View>
    </Card>
  );
}

function spaced(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
