import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { funeral as words } from '../../copy/funeral';
import { openTab } from '../../platform/navigate';
import { useBackOnline } from '../../platform/network';
import { Screen } from '../../shell/screen';
import { ArchLine } from '../../ui/arch-line';
import { Button } from '../../ui/button';
import { Line, Title } from '../../ui/words';
import './shore.scss';
import { type Seen, ShoreState } from './shore-state';

interface ShoreProps {
  /** In the bar above the page; a name of `copy/funeral-titles`. */
  readonly title: string;
  /** On the page itself, where it says more than its name. */
  readonly heading?: string;
  /** In one quiet line below. */
  readonly lead?: string;
  /** The bridge lies down and becomes the horizon; on a page somebody comes to first. */
  readonly horizon?: boolean;
  /** What the page is made of: says itself while it is on its way, missing, or of an earlier hour. */
  readonly seen?: Seen;
  readonly children?: ReactNode;
}

/**
 * Every page about a farewell stands in one: 静海, nothing shared, nothing moving, 96456 below, and a way to stop here at
 * any moment which says once that everything is kept.
 */
export function Shore({ title, heading = title, lead, horizon = false, seen, children }: ShoreProps) {
  useBackOnline(() => void seen?.again());
  return (
    <Screen theme="funeral" title={title}>
      <Title>{heading}</Title>
      {lead !== undefined && (
        <Line tone="quiet" className="shore-lead">
          {lead}
        </Line>
      )}
      {horizon && <ArchLine shape="horizon" />}
      <View className="stack">
        {seen && <ShoreState {...seen} />}
        {children}
        <Button id="stop-here" kind="quiet" text={words.stop} onPress={() => openTab('home')} />
        <Line tone="quiet">{words.stopLine}</Line>
      </View>
    </Screen>
  );
}
