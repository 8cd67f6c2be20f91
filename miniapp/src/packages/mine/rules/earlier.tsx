import type { RulesVersion } from '@jinmen/shared/residents/rights';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { myData } from '../../../copy/my-data';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';

const words = myData.rulesPage;

interface EarlierProps {
  readonly versions: readonly RulesVersion[];
  readonly onOpen: (version: string) => void;
}

/** The versions before this one, behind one quiet line; nothing while there is no other. */
export function Earlier({ versions, onOpen }: EarlierProps) {
  const [open, setOpen] = useState(false);
  const others = versions.filter(({ inForce }) => !inForce);
  if (others.length === 0) return null;
  return (
    <View className="stack">
      <Button
        id="earlier"
        kind="quiet"
        text={open ? words.fold : words.earlier}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <Card id="earlier-versions" title={words.earlier}>
          {others.map(({ version, since, until }) => (
            <ListRow
              key={version}
              className="earlier-version"
              title={words.since(since)}
              {...(until !== undefined && { line: words.until(until) })}
              onPress={() => onOpen(version)}
            />
          ))}
        </Card>
      )}
    </View>
  );
}
