import { View } from '@tarojs/components';
import { useState } from 'react';
import { shutWords } from '../copy/shut';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Line } from '../ui/words';

interface ShutNoticeProps {
  /** What does not open, and what becomes of what is written now. */
  readonly words: string;
  /** Looks once more; not offered where opening would take the place of what was written since. */
  readonly onAgain?: (() => Promise<void>) | undefined;
}

/** Something is kept on this phone that does not open now. It is left as it is. */
export function ShutNotice({ words, onAgain }: ShutNoticeProps) {
  const [state, setState] = useState<'untried' | 'trying' | 'still'>('untried');
  const again = async () => {
    if (state === 'trying' || onAgain === undefined) return;
    setState('trying');
    await onAgain();
    setState('still');
  };
  return (
    <View className="stack card-between">
      <Notice tone="warn" className="kept-shut">
        {words}
      </Notice>
      {state === 'still' && <Line tone="quiet">{shutWords.still}</Line>}
      {onAgain && (
        <Button
          id="open-again"
          kind="second"
          text={state === 'trying' ? shutWords.trying : shutWords.again}
          onPress={() => void again()}
        />
      )}
    </View>
  );
}
