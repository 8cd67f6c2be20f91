import { View } from '@tarojs/components';
import { laterWords } from '../../copy/later';
import { openTab } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { Button } from '../../ui/button';
import { Line } from '../../ui/words';

/** A page whose address names nothing leads home instead of nowhere. */
export function NotFound({ text }: { text: string }) {
  return (
    <Screen theme="relief" title={text}>
      <View className="stack">
        <Line>{text}</Line>
        <Button text={laterWords.home} onPress={() => openTab('home')} />
      </View>
    </Screen>
  );
}
