import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { formWords } from '../../../copy/apply';
import { timeOfDay } from '../../../platform/clock';
import { signInThen } from '../../../platform/navigate';
import { useOnline } from '../../../platform/network';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { saveNow, useDraft } from './draft-session';
import { hasUnsent } from './unsent';

/** Where what was filled in is by now, always true: on the server, on its way, or on this phone alone. */
export function SaveLine() {
  const { saving, savedAtMs, kept, server, unsent } = useDraft();
  const online = useOnline();
  useEffect(() => {
    if (online) void saveNow();
  }, [online]);
  if (saving === 'signed-out') {
    return (
      <View className="stack">
        <Notice tone="warn">{formWords.signedOut}</Notice>
        <Button id="sign-in-again" kind="second" text={formWords.signIn} onPress={() => signInThen()} />
      </View>
    );
  }
  if (saving === 'offline' || (!online && hasUnsent(unsent))) {
    return <Notice tone="warn">{kept ? formWords.savedHere : formWords.savedInMemory}</Notice>;
  }
  if (saving === 'failed') return <Notice tone="warn">{formWords.saveFailed}</Notice>;
  const time = savedAtMs ?? (server && Date.parse(server.updatedAt));
  return (
    <View id="saved" {...aria({ role: 'status', live: 'polite' })}>
      <Line tone="quiet">
        {saving === 'saving' ? formWords.saving : formWords.saved(time === undefined ? undefined : timeOfDay(time))}
      </Line>
    </View>
  );
}
