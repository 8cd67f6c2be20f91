import type { QuestionList } from '@jinmen/shared/facts/fact';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { wizard } from '../../../copy/wizard';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Line } from '../../../ui/words';

/** 看全部名单: what the question counts, one thing a line, for whoever wants to look his own up. */
export function FullList({ list }: { list: QuestionList }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="full-list">
      <Button
        kind="quiet"
        className="full-list-open"
        text={open ? wizard.hideList : wizard.fullList}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <View className="full-list-shown">
          <Line tone="quiet">{list.title}</Line>
          <View {...aria({ role: 'list', label: list.title })}>
            {list.items.map((item) => (
              <View key={item} className="full-list-item" {...aria({ role: 'listitem' })}>
                {item}
              </View>
            ))}
          </View>
        </View>
      )}
    </View>
  );
}
