import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

export function Title({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <View className={`title ${className}`.trim()} {...aria({ role: 'heading', level: 1 })}>
      {children}
    </View>
  );
}

export function Heading({ children }: { children: ReactNode }) {
  return (
    <View className="heading" {...aria({ role: 'heading', level: 2 })}>
      {children}
    </View>
  );
}

/** A line or a paragraph; `quiet` is what explains, `fine` what only some look for (dates, sources). */
export function Line({
  children,
  tone = 'plain',
  className = '',
}: {
  children: ReactNode;
  tone?: 'plain' | 'quiet' | 'fine';
  className?: string;
}) {
  return <View className={`line line-${tone} ${className}`.trim()}>{children}</View>;
}
