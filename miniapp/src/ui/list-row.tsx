import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';

interface ListRowProps {
  readonly title: string;
  readonly line?: string;
  /** Smaller, below: why this row is here. */
  readonly note?: string | undefined;
  readonly end?: ReactNode;
  /** What `end` says: a pressable row is heard as one sentence, its words in the order they are read. */
  readonly endWords?: string | undefined;
  readonly onPress?: () => void;
  readonly id?: string;
  readonly className?: string;
}

/** One of several alike: a row instead of a card. */
export function ListRow({ title, line, note, end, endWords, onPress, id, className = '' }: ListRowProps) {
  const label = [title, line, note, endWords].filter(Boolean).join('，');
  return (
    <View
      {...(id && { id })}
      className={`list-row ${className}`.trim()}
      {...(onPress && { onClick: onPress, hoverClass: 'list-row-pressed', ...aria({ role: 'button', label }) })}
    >
      <View className="list-row-words">
        <View className="list-row-title">{title}</View>
        {line !== undefined && <View className="list-row-line">{line}</View>}
        {note !== undefined && <View className="list-row-note">{note}</View>}
      </View>
      {end ?? (onPress && <View className="list-row-arrow" {...aria({ hidden: true })} />)}
    </View>
  );
}
