import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import type { ThemeName } from '../theme/tokens';
import { aria } from './aria';

interface PageProps {
  readonly theme: ThemeName;
  readonly elder: boolean;
  /** What the resident chose in WeChat, 1 … 1.4; elder mode has its own sizes. */
  readonly textScale: number;
  readonly children: ReactNode;
  /** Above the content, where the host draws no way back itself. */
  readonly header?: ReactNode;
  /** On a tab page the bar below takes its share of the height. */
  readonly tabbed?: boolean;
  /** Below the content: the ways to a person, and on tab pages of elder mode the large tab bar. */
  readonly footer?: ReactNode;
  readonly bottomBar?: ReactNode;
  readonly onTouch?: (() => void) | undefined;
}

/** The root of every page: theme, text size, margins. */
export function Page({
  theme,
  elder,
  textScale,
  children,
  header,
  tabbed = false,
  footer,
  bottomBar,
  onTouch,
}: PageProps) {
  const style = { '--text-scale': String(textScale) } as CSSProperties;
  const classes = [
    'theme',
    `theme-${theme}`,
    'page-root',
    elder && 'elder',
    tabbed && 'page-root-tabbed',
    bottomBar && 'page-root-barred',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <View className={classes} style={style} {...(onTouch && { onTouchStart: onTouch, onClick: onTouch })}>
      {header}
      <View className="page-body" {...aria({ role: 'main' })}>
        {children}
      </View>
      {footer}
      {bottomBar}
    </View>
  );
}
