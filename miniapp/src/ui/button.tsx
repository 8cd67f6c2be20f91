import { View } from '@tarojs/components';
import { aria } from './aria';

interface ButtonProps {
  readonly text: string;
  readonly onPress: () => void;
  /** One `primary` a page; `quiet` is text alone. */
  readonly kind?: 'primary' | 'second' | 'quiet';
  readonly id?: string;
  readonly label?: string;
  /** Set on a button that shows and hides something. */
  readonly expanded?: boolean;
  readonly className?: string;
}

export function Button({ text, onPress, kind = 'primary', id, label, expanded, className = '' }: ButtonProps) {
  return (
    <View
      {...(id && { id })}
      className={`button button-${kind} ${className}`.trim()}
      hoverClass="button-pressed"
      onClick={onPress}
      {...aria({ role: 'button', label, expanded })}
    >
      {text}
    </View>
  );
}
