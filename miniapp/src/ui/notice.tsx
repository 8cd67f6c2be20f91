import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

/** One calm line about the state of things: no network, an older table, what this page cannot do yet. */
export function Notice({
  children,
  tone = 'soft',
  className = '',
}: {
  children: ReactNode;
  tone?: 'soft' | 'warn' | 'danger';
  className?: string;
}) {
  return (
    <View className={`notice notice-${tone} ${className}`.trim()} {...aria({ role: 'status' })}>
      {children}
    </View>
  );
}
