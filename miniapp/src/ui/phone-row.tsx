import { View } from '@tarojs/components';
import { controls } from '../copy/controls';
import { aria } from './aria';

interface PhoneRowProps {
  readonly number: string;
  readonly what: string;
  readonly onCall: (number: string) => void;
  /** In an emergency the number itself is the largest thing on the page. */
  readonly urgent?: boolean;
}

/** A number that calls when pressed. */
export function PhoneRow({ number, what, onCall, urgent = false }: PhoneRowProps) {
  return (
    <View
      className={`phone-row${urgent ? ' phone-row-urgent' : ''}`}
      hoverClass="phone-row-pressed"
      onClick={() => onCall(number)}
      {...aria({ role: 'button', label: controls.callTo(number, what) })}
    >
      <View className="phone-number">{number}</View>
      <View className="phone-what">{what}</View>
      <View className="phone-do">{controls.call}</View>
    </View>
  );
}
