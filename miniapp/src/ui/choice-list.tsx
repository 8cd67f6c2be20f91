import { View } from '@tarojs/components';
import { aria } from './aria';

export interface ListedChoice {
  readonly value: string;
  readonly label: string;
  /** What it means, in smaller words below. */
  readonly line?: string;
  /** 不清楚 or 以上都没有: drawn apart, always last. */
  readonly apart?: 'unsure' | 'none';
}

interface ChoiceListProps {
  /** What is being chosen, for a reader. */
  readonly label: string;
  readonly choices: readonly ListedChoice[];
  readonly chosen: readonly string[];
  /** `one` replaces, `many` ticks. */
  readonly pick: 'one' | 'many';
  readonly onChoose: (value: string) => void;
}

/** Large choices, one under the other, each as wide as the page. */
export function ChoiceList({ label, choices, chosen, pick, onChoose }: ChoiceListProps) {
  return (
    <View className="choices" {...aria({ role: pick === 'one' ? 'radiogroup' : 'group', label })}>
      {choices.map(({ value, label: text, line, apart }) => {
        const on = chosen.includes(value);
        return (
          <View
            key={value}
            className={`choice${apart ? ` choice-${apart}` : ''}${on ? ' choice-on' : ''}`}
            hoverClass="choice-pressed"
            onClick={() => onChoose(value)}
            {...aria({
              role: pick === 'one' ? 'radio' : 'checkbox',
              checked: on,
              label: line === undefined ? text : `${text}：${line}`,
            })}
          >
            <View className={`choice-mark choice-mark-${pick}`} />
            <View className="choice-words">
              <View className="choice-text">{text}</View>
              {line !== undefined && <View className="choice-line">{line}</View>}
            </View>
          </View>
        );
      })}
    </View>
  );
}
