import { View } from '@tarojs/components';
import { aria } from './aria';
import { Button } from './button';

/** Nothing here yet: why, and what to do next. Never only a picture. */
export function EmptyState({ why, next }: { why: string; next: string }) {
  return (
    <View className="empty-state">
      <View>{why}</View>
      <View className="empty-next">{next}</View>
    </View>
  );
}

/** Something of ours failed: in words, with a way to try again. */
export function ErrorState({ words, retry, onRetry }: { words: string; retry: string; onRetry: () => void }) {
  return (
    <View className="error-state" {...aria({ role: 'alert' })}>
      <View className="error-words">{words}</View>
      <Button text={retry} kind="second" onPress={onRetry} />
    </View>
  );
}
