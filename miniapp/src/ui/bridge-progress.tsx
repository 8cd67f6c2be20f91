import { View } from '@tarojs/components';
import { aria } from './aria';

interface BridgeProgressProps {
  /** Piers that stand already. */
  readonly done: number;
  /** All piers there can still be; may shrink as answers make questions needless, never promises an exact number. */
  readonly most: number;
  readonly words: string;
}

/** Progress as a bridge under construction: one pier a question. */
export function BridgeProgress({ done, most, words }: BridgeProgressProps) {
  const piers = Array.from({ length: Math.max(most, done, 1) }, (_, at) => at);
  return (
    <View className="bridge">
      <View className="bridge-piers" {...aria({ role: 'img', label: words })}>
        {piers.map((at) => (
          <View
            key={at}
            className={`bridge-pier${at < done ? ' bridge-pier-done' : at === done ? ' bridge-pier-now' : ''}`}
          />
        ))}
      </View>
      <View className="bridge-words">{words}</View>
    </View>
  );
}
