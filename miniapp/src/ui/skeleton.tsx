import { View } from '@tarojs/components';
import { aria } from './aria';

/** The shape of a page that is on its way, and the words for whoever cannot see it. */
export function Skeleton({ words }: { words: string }) {
  return (
    <View className="skeleton" {...aria({ role: 'status', live: 'polite', label: words })}>
      <View className="skeleton-title" />
      <View className="skeleton-card" />
      <View className="skeleton-card" />
      <View className="line line-quiet">{words}</View>
    </View>
  );
}
