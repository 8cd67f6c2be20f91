import { View } from '@tarojs/components';
import { aria } from './aria';

/** Stays at the top of the screen: where one is, and the way out. */
export function ExitBar({ text, exit, onExit }: { text: string; exit: string; onExit: () => void }) {
  return (
    <View id="borrowed" className="exit-bar" {...aria({ role: 'status' })}>
      <View className="exit-words">{text}</View>
      <View
        id="leave-borrowed"
        className="exit-button"
        hoverClass="back-pressed"
        onClick={onExit}
        {...aria({ role: 'button', label: exit })}
      >
        {exit}
      </View>
    </View>
  );
}
