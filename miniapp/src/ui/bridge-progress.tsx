import { View } from '@tarojs/components';
import { ArchLine } from './arch-line';
import { aria } from './aria';

interface BridgeProgressProps {
  /** Piers that stand already. */
  readonly done: number;
  /** All piers there can still be; may shrink as answers make questions needless, never promises an exact number. */
  readonly most: number;
  readonly words: string;
  /** The arches stand over the deck: a case on its way, the app's one drawing. */
  readonly arched?: boolean;
}

/** Progress as a bridge under construction: one pier a question, or a step. */
export function BridgeProgress({ done, most, words, arched = false }: BridgeProgressProps) {
  const piers = Array.from({ length: Math.max(most, done, 1) }, (_, at) => at);
  return (
    <View className={`bridge${arched ? ' bridge-arched' : ''}`}>
      {arched && <ArchLine />}
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
