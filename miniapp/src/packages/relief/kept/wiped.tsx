import { View } from '@tarojs/components';
import { useState } from 'react';
import { keep } from '../../../copy/keep';
import { bringBackWiped, useKeptResults } from '../../../state/kept-results';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';

/** What was wiped a moment ago, and the way to have it back while the moment lasts. */
export function Wiped() {
  const wiped = useKeptResults((kept) => kept.wiped);
  const [refused, setRefused] = useState(false);
  if (wiped.length === 0) return null;
  const bringBack = async () => setRefused((await bringBackWiped()).kind === 'problem');
  return (
    <View className="kept-wiped" {...aria({ role: 'status', live: 'polite' })}>
      <Line>{keep.list.wiped(wiped.length)}</Line>
      {refused && <Notice tone="warn">{keep.problems.refused}</Notice>}
      <Button id="undo" kind="second" text={keep.list.undo} onPress={() => void bringBack()} />
    </View>
  );
}
