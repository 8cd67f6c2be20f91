import type { SourcedLine } from '@jinmen/shared/services/sea-scattering/sourced-line';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { startWords as words } from '../../copy/funeral-start';
import { Button } from '../../ui/button';
import { Documents } from './sourced-lines';

/** Where all of a page comes from, for whoever wants to know; nobody else has to read past it. */
export function SourcesCard({ lines }: { lines: readonly SourcedLine[] }) {
  const [open, setOpen] = useState(false);
  return (
    <View>
      <Button id="sources" kind="quiet" text={open ? words.hide : words.sources} onPress={() => setOpen(!open)} />
      {open && <Documents lines={lines} />}
    </View>
  );
}
