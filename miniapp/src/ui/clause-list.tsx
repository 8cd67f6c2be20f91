import { View } from '@tarojs/components';

export interface ClauseLine {
  readonly id: string;
  readonly text: string;
  /** 对得上 / 没对上 / 还没问 / 由街道核定; absent where nobody asked for an outcome. */
  readonly outcome?: string | undefined;
  readonly tone: 'yes' | 'no' | 'open';
  /** The figures that decided it, or that it decides nothing this time. */
  readonly figures?: string | undefined;
  readonly source: string;
}

/** A rule read out, clause by clause: what it asks, how it came out, on which figures, and where it is written. */
export function ClauseList({ clauses }: { clauses: readonly ClauseLine[] }) {
  return (
    <View className="clauses">
      {clauses.map(({ id, text, outcome, tone, figures, source }) => (
        <View key={id} className="clause">
          <View className="clause-row">
            <View className="clause-text">{text}</View>
            {outcome !== undefined && <View className={`clause-outcome clause-${tone}`}>{outcome}</View>}
          </View>
          {figures !== undefined && <View className="clause-figures">{figures}</View>}
          <View className="clause-source">{source}</View>
        </View>
      ))}
    </View>
  );
}
