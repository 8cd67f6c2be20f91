import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

interface CardProps {
  readonly title?: string;
  /** At the end of the title row, e.g. a pill. */
  readonly mark?: ReactNode;
  readonly children?: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly onPress?: () => void;
  /** What a reader hears when the whole card can be pressed. */
  readonly label?: string;
  readonly tone?: 'plain' | 'soft';
}

/** White on the tinted page: a title row, a line or two, one action. No shadow, no colour bar. */
export function Card({ title, mark, children, id, className = '', onPress, label, tone = 'plain' }: CardProps) {
  return (
    <View
      {...(id && { id })}
      className={`card card-${tone} ${className}`.trim()}
      {...(onPress && { onClick: onPress, hoverClass: 'card-pressed', ...aria({ role: 'button', label }) })}
    >
      {title !== undefined && (
        <View className="card-head">
          <View className="card-title" {...(onPress ? {} : aria({ role: 'heading', level: 2 }))}>
            {title}
          </View>
          {mark}
        </View>
      )}
      {children}
    </View>
  );
}
