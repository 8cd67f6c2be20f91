import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { myData } from '../../copy/my-data';
import { troubleWords } from '../../copy/trouble';
import { Screen } from '../../shell/screen';
import { TroubleCard } from '../../shell/trouble-card';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { Title } from '../../ui/words';
import type { usePages } from './use-pages';

interface ListScreenProps<Item> {
  readonly words: { readonly title: string; readonly none: string; readonly next: string };
  readonly pages: ReturnType<typeof usePages<Item>>;
  readonly children: (item: Item) => ReactNode;
}

/** One list of what is on record about whoever is signed in, newest first. */
export function ListScreen<Item>({ words, pages, children }: ListScreenProps<Item>) {
  const { items, trouble, load, older } = pages;
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={load} />}
        {items === undefined && !trouble && <Skeleton words={troubleWords.reading} />}
        {items?.length === 0 && (
          <Card id="nothing">
            <EmptyState why={words.none} next={words.next} />
          </Card>
        )}
        {items?.map(children)}
        {older && <Button id="older" kind="second" text={myData.more} onPress={older} />}
      </View>
    </Screen>
  );
}
