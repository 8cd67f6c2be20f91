import { View } from '@tarojs/components';
import { controls } from '../copy/controls';
import { aria } from './aria';

interface SwitchRowProps {
  readonly text: string;
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly id?: string;
}

/** On or off, said in words as well. */
export function SwitchRow({ text, on, onToggle, id }: SwitchRowProps) {
  return (
    <View
      {...(id && { id })}
      className={`switch-row${on ? ' switch-row-on' : ''}`}
      onClick={onToggle}
      {...aria({ role: 'switch', checked: on, label: text })}
    >
      <View className="switch-text">{text}</View>
      <View className="switch-state">{on ? controls.on : controls.off}</View>
      <View className="switch-track">
        <View className="switch-knob" />
      </View>
    </View>
  );
}
