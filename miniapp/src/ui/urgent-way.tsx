import { View } from '@tarojs/components';
import { aria } from './aria';

/** On every page, always at the same place: to the numbers and to help at once. Quiet: some pages are about a death. */
export function UrgentWay({ text, label, onPress }: { text: string; label: string; onPress: () => void }) {
  return (
    <View
      id="urgent-way"
      className="urgent-way"
      hoverClass="back-pressed"
      onClick={onPress}
      {...aria({ role: 'button', label })}
    >
      {text}
    </View>
  );
}
