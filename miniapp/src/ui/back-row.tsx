import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

interface BackRowProps {
  /** Without them nothing leads back. */
  readonly text?: string;
  readonly onBack?: () => void;
  /** At the other end of the row. */
  readonly children?: ReactNode;
}

/** The row at the top of a page: the way back, and what else belongs to every page. */
export function BackRow({ text, onBack, children }: BackRowProps) {
  return (
    <View className="back-row">
      {text !== undefined && onBack !== undefined && (
        <View
          className="back-button"
          hoverClass="back-pressed"
          onClick={onBack}
          {...aria({ role: 'button', label: text })}
        >
          <View className="back-arrow" />
          {text}
        </View>
      )}
      {children}
    </View>
  );
}
