import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

/** A question that stands over the page until it is answered; the page is still there behind it. */
export function BottomSheet({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <View className="sheet-cover">
      <View id={id} className="bottom-sheet" {...aria({ role: 'alert', label: title })}>
        {children}
      </View>
    </View>
  );
}
