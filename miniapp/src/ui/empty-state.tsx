import { View } from '@tarojs/components';

/** Nothing here yet: why, and what to do next. Never only a picture. */
export function EmptyState({ why, next }: { why: string; next: string }) {
  return (
    <View className="empty-state">
      <View>{why}</View>
      <View className="empty-next">{next}</View>
    </View>
  );
}
