import { View } from '@tarojs/components';
import { aria } from './aria';

interface TabItem<Name extends string> {
  readonly name: Name;
  readonly text: string;
}

interface ElderTabBarProps<Name extends string> {
  readonly tabs: readonly TabItem<Name>[];
  readonly current: Name;
  readonly onOpen: (name: Name) => void;
}

/** The tab bar of 大字版: the native one cannot grow its text. */
export function ElderTabBar<Name extends string>({ tabs, current, onOpen }: ElderTabBarProps<Name>) {
  return (
    <View className="elder-tab-bar" {...aria({ role: 'tablist' })}>
      {tabs.map(({ name, text }) => (
        <View
          key={name}
          className={`elder-tab${name === current ? ' elder-tab-on' : ''}`}
          onClick={() => name !== current && onOpen(name)}
          {...aria({ role: 'tab', selected: name === current, label: text })}
        >
          {text}
        </View>
      ))}
    </View>
  );
}
