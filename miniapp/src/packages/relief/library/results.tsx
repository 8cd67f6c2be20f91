import { searchLibrary } from '@jinmen/shared/search/library';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { libraryWords } from '../../../copy/library';
import { phones } from '../../../copy/phones';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { PhoneRow } from '../../../ui/phone-row';
import { Line } from '../../../ui/words';
import { EntryRow } from './entry-row';

/** What was found for what is typed, the closest first; looked up on the phone, without a request. */
export function Results({ typed }: { typed: string }) {
  const hits = useMemo(() => searchLibrary(typed), [typed]);
  if (hits.length === 0) return <NothingFound typed={typed.trim()} />;
  const alike = hits.every(({ because }) => because.how === 'similar');
  return (
    <View className="library-results">
      <View {...aria({ role: 'status', live: 'polite' })}>
        <Line tone="quiet">{alike ? libraryWords.alike : libraryWords.found(hits.length)}</Line>
      </View>
      <Card>
        {hits.map(({ entry, because }) => (
          <EntryRow key={entry.code} entry={entry} because={because} />
        ))}
      </Card>
    </View>
  );
}

function NothingFound({ typed }: { typed: string }) {
  return (
    <View className="stack library-none">
      <View {...aria({ role: 'status', live: 'polite' })}>
        <EmptyState why={libraryWords.none(typed)} next={libraryWords.noneNext} />
      </View>
      <PhoneRow number={phones.hotline.number} what={phones.hotline.text} onCall={callPhone} />
      <Button id="check" kind="second" text={libraryWords.check} onPress={() => openPage('wizard')} />
    </View>
  );
}
