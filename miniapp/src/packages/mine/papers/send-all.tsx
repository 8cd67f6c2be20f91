import type { PaperView } from '@jinmen/shared/applications/paper-views';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { paperWords as words } from '../../../copy/papers';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

interface SendAllProps {
  readonly id: string;
  readonly items: readonly PaperView[];
  readonly onView: (view: ApplicationView) => void;
}

/** After handing in: what is photographed goes to the offices in one tap. */
export function SendAll({ id, items, onView }: SendAllProps) {
  const [sent, setSent] = useState(false);
  const { working, trouble, post } = usePosting<ApplicationView>();
  const ready = items.filter(({ state }) => state === 'ready');
  const send = async () => {
    const kinds = ready.map(({ kind }) => kind);
    const view = await post({ path: `/relief/applications/${encodeURIComponent(id)}/supplements`, body: { kinds } });
    if (!view) return;
    setSent(true);
    onView(view);
  };
  return (
    <View className="stack">
      {trouble && <TroubleCard trouble={trouble} />}
      {ready.length > 0 && (
        <Button
          id="send-papers"
          text={working ? words.sendingAll : words.send(ready.length)}
          onPress={() => void send()}
        />
      )}
      {sent && ready.length === 0 && <Notice className="papers-sent">{words.sentAll}</Notice>}
    </View>
  );
}
