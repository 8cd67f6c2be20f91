import { View } from '@tarojs/components';
import { aria } from './aria';

export interface TimelinePier {
  readonly id: string;
  readonly state: 'done' | 'now' | 'ahead' | 'stopped';
  /** The state in words; of what is done or still ahead only for whoever cannot see the pier. */
  readonly stateWords: string;
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly tone: 'plain' | 'quiet' | 'fine' | 'warn' }[];
}

/** A case as a crossing: one pier a step, the deck laid as far as it has come. */
export function BridgeTimeline({ label, piers }: { label: string; piers: readonly TimelinePier[] }) {
  return (
    <View className="timeline" {...aria({ role: 'list', label })}>
      {piers.map(({ id, state, stateWords, title, lines }) => (
        <View key={id} id={`step-${id}`} className={`timeline-step timeline-${state}`} {...aria({ role: 'listitem' })}>
          <View className="timeline-deck" {...aria({ hidden: true })}>
            <View className="timeline-pier" />
          </View>
          <View className="timeline-words">
            <View className="timeline-title">{title}</View>
            <View className="timeline-state">{stateWords}</View>
            {lines.map(({ text, tone }) => (
              <View key={text} className={`line line-${tone}`}>
                {text}
              </View>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
