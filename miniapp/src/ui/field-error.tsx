import { View } from '@tarojs/components';
import { aria } from './aria';

/** What is wrong with an answer, beside the answer: never a toast, never gone by itself. */
export function FieldError({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <View className="field-error" {...aria({ role: 'alert', live: 'assertive' })}>
      {text}
    </View>
  );
}
