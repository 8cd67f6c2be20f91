import { View } from '@tarojs/components';
import { aria } from './aria';

interface DoorProps {
  readonly id: string;
  readonly look: 'relief' | 'marriage' | 'funeral' | 'eldercare' | 'urgent';
  readonly title: string;
  readonly line: string;
  readonly onPress: () => void;
  readonly className?: string;
}

/** The way into one part of life, in that part's own colours. */
export function Door({ id, look, title, line, onPress, className = 'door' }: DoorProps) {
  return (
    <View
      id={id}
      className={`${className} door-box door-${look}`}
      hoverClass="door-pressed"
      onClick={onPress}
      {...aria({ role: 'button', label: `${title}：${line}` })}
    >
      <View className="door-title">{title}</View>
      <View className="door-line">{line}</View>
    </View>
  );
}
