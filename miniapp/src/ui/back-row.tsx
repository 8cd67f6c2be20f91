import { View } from '@tarojs/components';
import { aria } from './aria';

/** The way back at the top of a page. */
export function BackRow({ text, onBack }: { text: string; onBack: () => void }) {
  return (
    <View className="back-row">
      <View
        className="back-button"
        hoverClass="back-pressed"
        onClick={onBack}
        {...aria({ role: 'button', label: text })}
      >
        <View className="back-arrow" />
        {text}
      </View>
    </View>
  );
}
