import { View } from '@tarojs/components';

export type PillTone = 'success' | 'warn' | 'muted' | 'soft';

/** A short state, in words: colour is only the second cue. */
export function Pill({ text, tone, className = '' }: { text: string; tone: PillTone; className?: string }) {
  return <View className={`pill pill-${tone} ${className}`.trim()}>{text}</View>;
}
