import { View } from '@tarojs/components';
import { savedWords as words } from '../../../copy/funeral-farewell';
import { timeOfDay } from '../../../platform/clock';
import { signInThen } from '../../../platform/navigate';
import { useOnline } from '../../../platform/network';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { useFarewell } from './session';
import { hasUnsent } from './unsent';

/** Where what was written is by now, always true: on the server, on its way, or on this phone alone. */
export function SaveLine() {
  const { saving, savedAtMs, kept, unsent } = useFarewell();
  const online = useOnline();
  if (saving === 'signed-out') {
    return (
      <View className="stack">
        <Notice className="save-state">{words.signedOut}</Notice>
        <Button id="sign-in-again" kind="second" text={words.signIn} onPress={() => signInThen()} />
      </View>
    );
  }
  if (saving === 'offline' || (!online && hasUnsent(unsent))) {
    return <Notice className="save-state">{kept ? words.here : words.inMemory}</Notice>;
  }
  if (saving === 'refused') return <Notice className="save-state">{words.refused}</Notice>;
  if (saving === 'failed') return <Notice className="save-state">{words.failed}</Notice>;
  if (saving !== 'saving' && savedAtMs === undefined) return null;
  const time = savedAtMs === undefined ? undefined : timeOfDay(savedAtMs);
  return (
    <View id="saved" {...aria({ role: 'status', live: 'polite' })}>
      <Line tone="quiet">{saving === 'saving' ? words.saving : words.saved(time)}</Line>
    </View>
  );
}
