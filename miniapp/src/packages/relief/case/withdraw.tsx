import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { caseWords } from '../../../copy/case';
import { askToConfirm } from '../../../platform/ask';
import { signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { titleOf } from '../programme-title';
import { lookAgain } from './case-session';
import { withdrawable } from './case-view';

const { withdraw: words } = caseWords;

/** Taking an application back, whole or one programme of it: what it means, then a question, then once. */
export function Withdraw({ view }: { view: ApplicationView }) {
  const [open, setOpen] = useState(false);
  const { working, said, withdraw } = useWithdrawal(view.id);
  const all = withdrawable(view);
  if (all.length === 0 && said === undefined) return null;
  return (
    <View className="stack">
      {said !== undefined && <Notice className="withdraw-said">{said}</Notice>}
      {all.length > 0 && !open && (
        <Button id="withdraw" kind="quiet" text={words.open} expanded={false} onPress={() => setOpen(true)} />
      )}
      {all.length > 0 && open && (
        <Card id="withdraw-card" title={words.title}>
          <Line>{words.line}</Line>
          <View className="stack case-actions">
            {all.length > 1 &&
              all.map((code) => (
                <Button
                  key={code}
                  id={`withdraw-${code}`}
                  kind="second"
                  text={words.one(titleOf(code))}
                  onPress={() => withdraw([code])}
                />
              ))}
            <Button
              id="withdraw-all"
              kind="second"
              text={working ? words.working : words.all}
              onPress={() => withdraw(all)}
            />
            <Button id="withdraw-not" kind="quiet" text={words.cancel} onPress={() => setOpen(false)} />
          </View>
        </Card>
      )}
    </View>
  );
}

function useWithdrawal(id: string) {
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const busy = useRef(false);
  const withdraw = async (programmes: readonly string[]) => {
    if (busy.current) return;
    busy.current = true;
    const titles = programmes.map(titleOf);
    if (await askToConfirm({ ...words.confirm, content: words.confirm.content(titles) })) {
      setWorking(true);
      const sent = await sendOnce<object>({
        name: `withdrawal-${id}-${programmes.join('-')}`,
        path: `/relief/applications/${encodeURIComponent(id)}/withdrawal`,
        body: { programmes },
      });
      if (sent.kind === 'sent') setSaid(words.done(titles));
      else if (sent.kind === 'kept') setSaid(sent.perhapsSent ? words.keptPerhaps : words.kept);
      else if (sent.kind === 'problem') setSaid(sent.words);
      else signInThen();
      setWorking(false);
      await lookAgain();
    }
    busy.current = false;
  };
  return { working, said, withdraw: (programmes: readonly string[]) => void withdraw(programmes) };
}
