import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '../../../ui/aria';

/** A place on the page whose news is read out. It is there before there are any, or a reader would miss the first. */
export function SaidAloud({ children }: { children: ReactNode }) {
  const empty = children === undefined || children === false || children === null;
  return (
    <View className={empty ? 'said-nothing' : 'stack'} {...aria({ role: 'status', live: 'polite' })}>
      {children}
    </View>
  );
}
